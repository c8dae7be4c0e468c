-- One row per risk level of policy or data, with its number.
with levels as (
    select 'not_assessed' as risk_level
    union distinct
    select risk_level from {{ ref('stg_case_assessments') }}
    union distinct
    select risk_level
    from {{ ref('case_weights') }}
    where risk_level <> 'any'
)

select
    cast(row_number() over (order by risk_level) as int) as risk_key,
    risk_level
from levels
