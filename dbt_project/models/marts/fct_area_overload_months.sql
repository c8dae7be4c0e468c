-- One row per area above the office, part of it, grade (empty: all), threshold and month: people above it.
select
    a.area_id,
    a.part_id,
    coalesce(m.grade, '') as grade,
    m.weight_scheme,
    m.threshold_set,
    m.measure,
    m.threshold,
    m.month_start_on,
    cast(sum(m.officers_with_capacity) as bigint) as officers_with_capacity,
    cast(sum(m.officers_over_4_weeks) as bigint) as officers_over_4_weeks,
    cast(sum(m.officers_over_4_weeks_now) as bigint) as officers_over_4_weeks_now
from {{ ref('fct_office_overload_months') }} as m
inner join {{ ref('int_areas') }} as a on m.office_id = a.office_id
where a.area_kind <> 'office' and m.officers_with_capacity > 0
group by
    {% set keys = 'a.area_id, a.part_id, m.weight_scheme, m.threshold_set, m.measure, m.threshold' %}
    grouping sets (
        ({{ keys }}, m.month_start_on),
        ({{ keys }}, m.month_start_on, m.grade)
    )
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by a.area_id, m.weight_scheme, m.threshold_set, m.month_start_on
