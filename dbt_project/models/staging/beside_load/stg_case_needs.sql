-- One row per case, day and domain of an assessment of needs.
select
    case_id,
    domain,
    direction,
    tool,
    assessed_on,
    level
from {{ source('raw', 'case_needs') }}
