-- One row per area, service line, supervision type (empty: all) and twelve months in a row: cases that were
-- expected to end in them, and when they did. A case is of the office that received it, wherever it moves.
{% set near_days = 30 %}
with due as (
    select
        a.area_id,
        t.service_line,
        t.work_type as supervision_type,
        y.year_start_on,
        y.last_day_on,
        case
            when c.ended_on is null then 'open'
            when c.ended_on < c.expected_end_on - {{ near_days }} then 'early'
            when c.ended_on > c.expected_end_on + {{ near_days }} then 'late'
            else 'near'
        end as timing
    from {{ ref('int_cases_keyed') }} as c
    inner join {{ ref('int_whole_years') }} as y
        on c.expected_end_on >= y.year_start_on and c.expected_end_on < y.next_start_on
    inner join {{ ref('int_offices') }} as o on c.opening_office_key = o.office_key
    inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
)

select
    area_id,
    service_line,
    coalesce(supervision_type, '') as supervision_type,
    year_start_on,
    last_day_on,
    count(*) as due_cases,
    {{ count_where("timing = 'early'") }} as ended_early_cases,
    {{ count_where("timing = 'near'") }} as ended_near_cases,
    {{ count_where("timing = 'late'") }} as ended_late_cases,
    {{ count_where("timing = 'open'") }} as still_open_cases
from due
group by
    grouping sets (
        (area_id, service_line, year_start_on, last_day_on),
        (area_id, service_line, year_start_on, last_day_on, supervision_type)
    )
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by area_id, service_line, year_start_on
