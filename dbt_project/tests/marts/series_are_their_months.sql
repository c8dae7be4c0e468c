-- The months in a row of fct_area_overload_series are those of fct_area_overload_months, none more or less.
with counts as (
    select
        coalesce(sum(officers_with_capacity), 0) as officers,
        coalesce(sum(officers_over_4_weeks), 0) as officers_over,
        count(*) as months
    from {{ ref('fct_area_overload_months') }}
),

counts_of_series as (
    select
        coalesce(sum(list_sum(officers_with_capacity)), 0) as officers,
        coalesce(sum(list_sum(officers_over_4_weeks)), 0) as officers_over,
        coalesce(sum(len(months)), 0) as months
    from {{ ref('fct_area_overload_series') }}
)

select
    c.*,
    s.officers as officers_of_series
from counts as c
cross join counts_of_series as s
where c.officers <> s.officers or c.officers_over <> s.officers_over or c.months <> s.months
