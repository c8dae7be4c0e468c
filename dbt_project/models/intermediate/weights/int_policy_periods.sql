-- One row per period in which the same rows of case_weights and case_factors are valid.
with dates as (
    select date '0001-01-01' as valid_from
    union distinct
    {{ bounds_of(
        {'case_weights': ['valid_from', 'valid_to'], 'case_factors': ['valid_from', 'valid_to']}, 'valid_from'
    ) }}
)

select
    cast(row_number() over (order by valid_from) - 1 as int) as policy_index,
    valid_from,
    coalesce(lead(valid_from) over (order by valid_from), date '9999-12-31') as valid_to
from dates
