-- One row per flag with its bit: the flags that run on a case on one day are then one number.
with flags as (
    select flag from {{ ref('case_factors') }}
    union distinct
    select flag from {{ ref('stg_case_flags') }}
)

select
    flag,
    cast(power(2, row_number() over (order by flag) - 1) as bigint) as flag_bit
from flags
