-- One row per task, scheme and period in which the task weighs on its officer, by the row valid on each day.
with windows as (
    select
        t.task_id,
        f.officer_key,
        o.office_key,
        k.work_type_key,
        s.scheme_key,
        w.weight,
        greatest(
            case when w.weighs = 'after_delivery' then t.delivered_on else t.assigned_on end,
            w.valid_from
        ) as valid_from,
        least(
            case
                when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
                else coalesce(t.delivered_on, h.horizon_on)
            end,
            {{ open_end('w.valid_to') }}
        ) as valid_to
    from {{ ref('stg_tasks') }} as t
    inner join {{ ref('task_weights') }} as w on t.task_type = w.task_type
    inner join {{ ref('int_weight_schemes') }} as s on w.weight_scheme = s.weight_scheme
    inner join {{ ref('int_officers') }} as f on t.officer_id = f.officer_id
    inner join {{ ref('int_offices') }} as o on t.office_id = o.office_id
    inner join {{ ref('int_work_types') }} as k on t.task_type = k.work_type and k.kind = 'task'
    cross join {{ ref('int_horizon') }} as h
    where w.weighs = 'in_progress' or t.delivered_on is not null
)

select
    task_id,
    officer_key,
    office_key,
    work_type_key,
    scheme_key,
    cast(weight as decimal(18, 10)) as weight_units,
    valid_from,
    valid_to
from windows
where valid_from < valid_to
