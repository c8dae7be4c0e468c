-- One row per row of fct_area_overload_months but its month: the months in order, and beside them the counts.
{% set in_order = 'order by m.month_start_on' %}
with lowest as (
    select
        threshold_set,
        measure,
        min(threshold) as threshold
    from {{ ref('int_thresholds') }}
    group by threshold_set, measure
)

select
    m.area_id,
    m.part_id,
    m.grade,
    m.weight_scheme,
    m.threshold_set,
    m.measure,
    m.threshold,
    m.threshold = max(l.threshold) as is_lowest_threshold,
    array_agg(m.month_start_on {{ in_order }}) as months,
    array_agg(m.officers_with_capacity {{ in_order }}) as officers_with_capacity,
    array_agg(m.officers_over_4_weeks {{ in_order }}) as officers_over_4_weeks,
    case
        when count(m.officers_over_4_weeks_now) > 0
            then array_agg(coalesce(m.officers_over_4_weeks_now, m.officers_over_4_weeks) {{ in_order }})
    end as officers_over_4_weeks_now,
    array_agg(100.0 * m.officers_over_4_weeks / m.officers_with_capacity {{ in_order }})
        as officers_over_4_weeks_pct,
    case
        when count(m.officers_over_4_weeks_now) > 0
            then array_agg(
                100.0 * coalesce(m.officers_over_4_weeks_now, m.officers_over_4_weeks)
                / m.officers_with_capacity {{ in_order }}
            )
    end as officers_over_4_weeks_now_pct
from {{ ref('fct_area_overload_months') }} as m
inner join lowest as l on m.threshold_set = l.threshold_set and m.measure = l.measure
group by m.area_id, m.part_id, m.grade, m.weight_scheme, m.threshold_set, m.measure, m.threshold
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by m.area_id, m.weight_scheme, m.threshold_set, m.part_id, m.grade, m.threshold
