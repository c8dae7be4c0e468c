-- One row per audit and criterion. The case that was looked at and the words of a finding stay out.
select
    audit_id,
    criterion,
    office_id,
    kind as audit_kind,
    finding is not null as has_finding,
    audited_on,
    cast(score_pct as double) as score_pct
from {{ source('raw', 'audits') }}
