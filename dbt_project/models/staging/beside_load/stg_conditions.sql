-- One row per condition.
select
    condition_id,
    case_id,
    kind as condition_kind,
    case when ended_on is not null then coalesce(result, 'not_recorded') end as result,
    imposed_on,
    ended_on
from {{ source('raw', 'conditions') }}
