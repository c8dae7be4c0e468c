-- One row per office, supervision type, end reason and month: what ended, and how long it had been open.
with endings as (
    select
        office_key,
        work_type_key,
        end_reason,
        {{ first_day_of('month', 'ended_on') }} as month_start_on,
        {{ days_between('opened_on', 'ended_on') }} as duration_days
    from {{ ref('int_case_endings') }}
)

select
    o.office_id,
    t.work_type as supervision_type,
    e.end_reason,
    e.month_start_on,
    count(*) as ended_cases,
    cast(percentile_cont(0.5) within group (order by e.duration_days) as double) as duration_days_p50
from endings as e
inner join {{ ref('int_offices') }} as o on e.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on e.work_type_key = t.work_type_key
group by o.office_id, t.work_type, e.end_reason, e.month_start_on
