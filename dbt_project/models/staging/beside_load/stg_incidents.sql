-- One row per serious incident.
select
    incident_id,
    office_id,
    kind as incident_kind,
    coalesce(severity, 'not_recorded') as severity,
    occurred_on
from {{ source('raw', 'incidents') }}
