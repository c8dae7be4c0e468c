-- One row per office, kind of incident, severity and month: serious incidents.
select
    office_id,
    incident_kind,
    severity,
    {{ first_day_of('month', 'occurred_on') }} as month_start_on,
    count(*) as incidents
from {{ ref('stg_incidents') }}
group by office_id, incident_kind, severity, {{ first_day_of('month', 'occurred_on') }}
