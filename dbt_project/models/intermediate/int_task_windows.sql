-- One row per task, scheme, date of the weights (then or now) and period in which it weighs on its officer.
with weights as (
    select
        w.*,
        false as is_now,
        w.valid_from as rows_from,
        {{ open_end('w.valid_to') }} as rows_to
    from {{ ref('task_weights') }} as w
    union all
    -- under the weights of today the row valid on as_of holds for all days
    select
        w.*,
        true as is_now,
        date '0001-01-01' as rows_from,
        date '9999-12-31' as rows_to
    from {{ ref('task_weights') }} as w
    cross join {{ ref('int_horizon') }} as h
    where h.as_of >= w.valid_from and h.as_of < {{ open_end('w.valid_to') }}
),

windows as (
    select
        t.task_id,
        f.officer_key,
        o.office_key,
        k.work_type_key,
        s.scheme_key,
        w.is_now,
        w.weight,
        greatest(
            case when w.weighs = 'after_delivery' then t.delivered_on else t.assigned_on end,
            w.rows_from
        ) as valid_from,
        least(
            case
                when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
                else coalesce(t.delivered_on, h.horizon_on)
            end,
            w.rows_to
        ) as valid_to
    from {{ ref('stg_tasks') }} as t
    inner join weights as w on t.task_type = w.task_type
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
    is_now,
    cast(weight as decimal(18, 10)) as weight_units,
    valid_from,
    valid_to
from windows
where valid_from < valid_to
