-- One row per office, supervision type, event, outcome and month: events in cases, each in the office
-- that the case has on that day.
select
    {{ office_then() }} as office_id,
    c.supervision_type,
    r.event,
    r.outcome,
    {{ first_day_of('month', 'r.occurred_on') }} as month_start_on,
    count(*) as events
from {{ ref('stg_case_events') }} as r
{{ with_case_on('r.occurred_on') }}
group by
    {{ office_then() }}, c.supervision_type, r.event, r.outcome, {{ first_day_of('month', 'r.occurred_on') }}
