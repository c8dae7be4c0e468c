-- One row per office, supervision type, age band and month: how many cases were received in the months of the
-- band, and how many of them are still open. From the first month that the data tell the whole story of.
{% set measures = ['received_cases', 'still_open_cases', 'open_cases'] %}
with
{{ period_averages(
    ref('int_cohort_changes'), 'month', ['office_key', 'work_type_key', 'age_from_months'], measures
) }}

select
    o.office_id,
    t.work_type as supervision_type,
    cast(p.age_from_months as int) as age_from_months,
    b.age_to_months,
    p.period_start_on as month_start_on,
    cast(p.days as int) as days,
    cast(p.received_cases_end as int) as received_cases,
    cast(p.still_open_cases_end as int) as still_open_cases_end,
    cast(p.open_cases_end as int) as open_cases_end,
    cast(p.still_open_cases_day_sum as bigint) as still_open_case_days,
    cast(p.open_cases_day_sum as bigint) as open_case_days
from period_sums as p
cross join {{ ref('int_coverage') }} as v
inner join {{ age_bands() }} as b on p.age_from_months = b.age_from_months
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
where
    p.period_start_on >= v.covered_from
    and (p.received_cases_end <> 0 or p.still_open_cases_day_sum <> 0 or p.open_cases_day_sum <> 0)
-- in the order that pages ask for: of a large file only the months that are compared are read
order by p.period_start_on, o.office_id, t.work_type, p.age_from_months
