-- One row per period in which the same rows of case_weights and case_factors are valid.
with dates as (
    select date '0001-01-01' as valid_from
    union distinct
    select valid_from from {{ ref('case_weights') }}
    union distinct
    select valid_to
    from {{ ref('case_weights') }}
    where valid_to is not null
    union distinct
    select valid_from from {{ ref('case_factors') }}
    union distinct
    select valid_to
    from {{ ref('case_factors') }}
    where valid_to is not null
)

select
    cast(row_number() over (order by valid_from) - 1 as int) as policy_index,
    valid_from,
    coalesce(lead(valid_from) over (order by valid_from), date '9999-12-31') as valid_to
from dates
where valid_from is not null
