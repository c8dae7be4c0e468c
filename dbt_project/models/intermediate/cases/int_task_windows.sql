-- One row per task, weighing and period in which the task weighs on its officer.
with windows as (
    -- then: by the row valid on each day; now: by the row of today, on every day of the window it gives
    select
        t.task_id,
        f.officer_key,
        o.office_key,
        k.work_type_key,
        g.weighing_key,
        w.weight,
        w.valid_from as weights_valid_from,
        case when w.weighs = 'after_delivery' then t.delivered_on else t.assigned_on end as opens_on,
        case
            when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
            -- planned for a day to come, it is taken to be done then; what is late goes on
            when t.delivered_on is null and t.due_on > h.as_of then least(t.due_on, h.horizon_on)
            else coalesce(t.delivered_on, h.horizon_on)
        end as closes_on,
        case when g.is_now then date '0001-01-01' else w.valid_from end as counts_from,
        case when g.is_now then date '9999-12-31' else {{ open_end('w.valid_to') }} end as counts_to
    from {{ ref('stg_tasks') }} as t
    cross join {{ ref('int_horizon') }} as h
    inner join {{ ref('task_weights') }} as w on t.task_type = w.task_type
    inner join {{ ref('int_weighings') }} as g
        on
            w.weight_scheme = g.weight_scheme
            and (not g.is_now or (h.as_of >= w.valid_from and h.as_of < {{ open_end('w.valid_to') }}))
    inner join {{ ref('int_officers') }} as f on t.officer_id = f.officer_id
    inner join {{ ref('int_offices') }} as o on t.office_id = o.office_id
    inner join {{ ref('int_work_types') }} as k on t.task_type = k.work_type and k.kind = 'task'
    where w.weighs = 'in_progress' or t.delivered_on is not null
)

select
    task_id,
    officer_key,
    office_key,
    work_type_key,
    weighing_key,
    weights_valid_from,
    {{ parts_of('weight') }} as weight_parts,
    greatest(opens_on, counts_from) as valid_from,
    least(closes_on, counts_to) as valid_to
from windows
where greatest(opens_on, counts_from) < least(closes_on, counts_to)
