-- One row per corrective action.
select
    action_id,
    audit_id,
    agreed_on,
    due_on,
    done_on
from {{ source('raw', 'audit_actions') }}
