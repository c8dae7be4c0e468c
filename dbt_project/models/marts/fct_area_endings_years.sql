-- One row per area, service line, supervision type, end reason (empty: all) and twelve months in a row: what
-- ended, and how long it had been open. The last twelve are whole months up to the last day of the data.
with endings as (
    select
        a.area_id,
        t.service_line,
        t.work_type as supervision_type,
        case when e.end_reason = '' then 'not_recorded' else e.end_reason end as end_reason,
        y.year_start_on,
        y.last_day_on,
        {{ days_between('e.opened_on', 'e.ended_on') }} as duration_days
    from {{ ref('int_case_endings') }} as e
    inner join {{ ref('int_whole_years') }} as y
        on e.ended_on >= y.year_start_on and e.ended_on < y.next_start_on
    inner join {{ ref('int_offices') }} as o on e.office_key = o.office_key
    inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
    inner join {{ ref('int_work_types') }} as t on e.work_type_key = t.work_type_key
)

select
    area_id,
    service_line,
    coalesce(supervision_type, '') as supervision_type,
    coalesce(end_reason, '') as end_reason,
    year_start_on,
    last_day_on,
    count(*) as ended_cases,
    cast(percentile_cont(0.5) within group (order by duration_days) as double) as duration_days_p50,
    cast(percentile_cont(0.9) within group (order by duration_days) as double) as duration_days_p90
from endings
group by
    grouping sets (
        (area_id, service_line, year_start_on, last_day_on),
        (area_id, service_line, year_start_on, last_day_on, supervision_type),
        (area_id, service_line, year_start_on, last_day_on, end_reason),
        (area_id, service_line, year_start_on, last_day_on, supervision_type, end_reason)
    )
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by area_id, service_line, year_start_on
