-- One row per open case and finding about it: what is missing or contradicts itself.
with open_cases as (
    select
        s.case_key,
        c.case_id,
        o.office_id,
        t.work_type as supervision_type,
        r.risk_level,
        s.is_carried,
        s.is_waiting,
        s.share_parts,
        c.opened_on,
        c.expected_end_on,
        h.as_of
    from {{ ref('int_case_segments') }} as s
    cross join {{ ref('int_horizon') }} as h
    inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
    inner join {{ ref('int_offices') }} as o on s.office_key = o.office_key
    inner join {{ ref('int_work_types') }} as t on s.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on s.risk_key = r.risk_key
    where s.valid_from <= h.as_of and s.valid_to > h.as_of
),

{% set rules = {
    'not_assessed': "risk_level = 'not_assessed' and not is_waiting",
    'past_expected_end': "expected_end_on < as_of",
    'no_expected_end': "expected_end_on is null",
    'uncovered': "not is_carried and not is_waiting",
    'carried_above_whole': "is_carried and share_parts > " ~ parts_in_a_unit(),
} %}
found as (
    {% for finding, rule in rules.items() %}
        select
            '{{ finding }}' as finding,
            case_id as record_id,
            office_id,
            supervision_type
        from open_cases
        where {{ rule }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    finding,
    record_id,
    office_id,
    supervision_type
from found
