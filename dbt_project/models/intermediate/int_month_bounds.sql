-- One row per stretch of months since clock_on within which neither a weight row nor a named phase changes.
with bounds as (
    select 0 as month_bound
    union distinct
    select from_month from {{ ref('case_weights') }}
    union distinct
    select to_month
    from {{ ref('case_weights') }}
    where to_month is not null
    union distinct
    select from_month from {{ ref('phases') }}
    union distinct
    select to_month
    from {{ ref('phases') }}
    where to_month is not null
)

select
    row_number() over (order by month_bound) - 1 as month_index,
    cast(month_bound as bigint) as from_month
from bounds
where month_bound >= 0
