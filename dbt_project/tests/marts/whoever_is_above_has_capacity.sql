-- Nobody is above a threshold for four weeks who is not among those with capacity: no share exceeds 100 %.
select
    office_id,
    grade,
    weight_scheme,
    threshold_set,
    threshold,
    month_start_on
from {{ ref('fct_office_overload_months') }}
where officers_over_4_weeks > officers_with_capacity
