-- One row per event in a case.
select
    event_id,
    case_id,
    event,
    coalesce(outcome, 'not_recorded') as outcome,
    occurred_on
from {{ source('raw', 'case_events') }}
