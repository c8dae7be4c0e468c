-- One row per row of fct_area_overload_months but its month: the months in order, and beside them the counts.
{% set in_order = 'order by m.month_start_on' %}
select
    m.area_id,
    m.part_id,
    m.grade,
    m.weight_scheme,
    m.threshold_set,
    m.measure,
    m.threshold,
    array_agg(m.month_start_on {{ in_order }}) as months,
    array_agg(m.officers_with_capacity {{ in_order }}) as officers_with_capacity,
    array_agg(m.officers_over_4_weeks {{ in_order }}) as officers_over_4_weeks,
    array_agg(coalesce(m.officers_over_4_weeks_now, m.officers_over_4_weeks) {{ in_order }})
        as officers_over_4_weeks_now
from {{ ref('fct_area_overload_months') }} as m
group by m.area_id, m.part_id, m.grade, m.weight_scheme, m.threshold_set, m.measure, m.threshold
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by m.area_id, m.weight_scheme, m.threshold_set, m.part_id, m.grade, m.threshold
