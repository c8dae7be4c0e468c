-- One row per row of fct_area_overload_months but its month: the months in order, and beside them the counts.
with lowest as (
    select
        threshold_set,
        measure,
        min(threshold) as threshold
    from {{ ref('int_thresholds') }}
    group by threshold_set, measure
),

grouped as (
    select
        area_id,
        part_id,
        grade,
        weight_scheme,
        threshold_set,
        measure,
        threshold,
        count(officers_over_4_weeks_now) > 0 as has_now,
        {{ rows_in_order({
            'month_start_on': 'month_start_on',
            'able': 'officers_with_capacity',
            'over': 'officers_over_4_weeks',
            'over_now': 'coalesce(officers_over_4_weeks_now, officers_over_4_weeks)',
            'over_pct': '100.0 * officers_over_4_weeks / officers_with_capacity',
            'over_now_pct':
                '100.0 * coalesce(officers_over_4_weeks_now, officers_over_4_weeks) / officers_with_capacity',
        }) }} as months
    from {{ ref('fct_area_overload_months') }}
    group by area_id, part_id, grade, weight_scheme, threshold_set, measure, threshold
)

select
    g.area_id,
    g.part_id,
    g.grade,
    g.weight_scheme,
    g.threshold_set,
    g.measure,
    g.threshold,
    g.threshold = l.threshold as is_lowest_threshold,
    {{ of_rows('g.months', 'month_start_on') }} as months,
    {{ of_rows('g.months', 'able') }} as officers_with_capacity,
    {{ of_rows('g.months', 'over') }} as officers_over_4_weeks,
    case when g.has_now then {{ of_rows('g.months', 'over_now') }} end as officers_over_4_weeks_now,
    {{ of_rows('g.months', 'over_pct') }} as officers_over_4_weeks_pct,
    case when g.has_now then {{ of_rows('g.months', 'over_now_pct') }} end as officers_over_4_weeks_now_pct
from grouped as g
inner join lowest as l on g.threshold_set = l.threshold_set and g.measure = l.measure
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by g.area_id, g.weight_scheme, g.threshold_set, g.part_id, g.grade, g.threshold
