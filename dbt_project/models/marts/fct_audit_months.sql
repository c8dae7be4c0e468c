-- One row per office, criterion, kind of audit and month: how many audits looked at the criterion,
-- their mean score, and how many found something.
select
    office_id,
    criterion,
    audit_kind,
    {{ first_day_of('month', 'audited_on') }} as month_start_on,
    count(*) as audits,
    {{ count_where("has_finding") }} as audits_with_finding,
    avg(score_pct) as score_pct_avg
from {{ ref('stg_audits') }}
group by office_id, criterion, audit_kind, {{ first_day_of('month', 'audited_on') }}
