-- The people in the rows of fct_area_overload_series are those of the offices, by grade and once more
-- together.
with counts as (
    select
        2 * coalesce(sum(m.officers_with_capacity), 0) as officers,
        2 * coalesce(sum(m.officers_over_4_weeks), 0) as officers_over
    from {{ ref('fct_office_overload_months') }} as m
    inner join {{ ref('int_areas') }} as a on m.office_id = a.office_id and a.area_kind <> 'office'
    where m.officers_with_capacity > 0
),

counts_of_series as (
    select
        coalesce(sum(list_sum(officers_with_capacity)), 0) as officers,
        coalesce(sum(list_sum(officers_over_4_weeks)), 0) as officers_over,
        coalesce(sum(abs(len(months) - len(officers_with_capacity))), 0) as months_apart
    from {{ ref('fct_area_overload_series') }}
)

select
    c.*,
    s.officers as officers_of_series
from counts as c
cross join counts_of_series as s
where c.officers <> s.officers or c.officers_over <> s.officers_over or s.months_apart <> 0
