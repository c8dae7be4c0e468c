-- One row per task, officer and day on which its window is open: the weight under each scheme.
with windows as (
    select
        t.task_id,
        t.officer_id,
        t.office_id,
        t.task_type,
        w.weight_scheme,
        w.weight,
        greatest(
            case
                when w.weighs = 'after_delivery' then t.delivered_on
                else coalesce(t.assigned_on, t.requested_on)
            end,
            w.valid_from
        ) as valid_from,
        least(
            case
                when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
                else coalesce(t.delivered_on, date '9999-12-31')
            end,
            coalesce(w.valid_to, date '9999-12-31')
        ) as valid_to
    from raw.tasks as t
    inner join policy.task_weights as w using (task_type)
    where t.officer_id is not null and (w.weighs = 'in_progress' or t.delivered_on is not null)
)

select
    w.task_id,
    w.officer_id,
    w.office_id,
    w.task_type,
    d.day_on,
    coalesce(max(case when w.weight_scheme = 'fl_type_phase' then w.weight end), 0) as units_1,
    coalesce(max(case when w.weight_scheme = 'wmt_tier' then w.weight end), 0) as units_2,
    coalesce(max(case when w.weight_scheme = 'risk_4_2_1' then w.weight end), 0) as units_3,
    coalesce(max(case when w.weight_scheme = 'count' then w.weight end), 0) as units_4
from windows as w
inner join {{ ref('days') }} as d on d.day_on >= w.valid_from and d.day_on < w.valid_to
group by all
