-- One row per case and day of an assessment.
select
    case_id,
    risk_level,
    tool,
    coalesce(is_override, false) as is_override,
    assessed_on
from {{ source('raw', 'case_assessments') }}
