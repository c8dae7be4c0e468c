-- One row per office, supervision type, age band and month: how many cases were received in the months of the
-- band, and how many of them are still open.
select
    office_id,
    supervision_type,
    age_from_months,
    age_to_months,
    month_start_on,
    cast(days as bigint) as days,
    cast(received_cases as bigint) as received_cases,
    cast(still_open_cases_end as bigint) as still_open_cases_end,
    cast(open_cases_end as bigint) as open_cases_end,
    still_open_case_days / days as still_open_cases_avg,
    open_case_days / days as open_cases_avg
from {{ within_published(ref('int_cohort_sums')) }}
