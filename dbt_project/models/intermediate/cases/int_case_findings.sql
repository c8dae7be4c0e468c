-- One row per open case and finding about it: what is missing or contradicts itself.
with bounds as (
    select max(threshold) as to_close_days
    from {{ ref('noise_levels') }}
    -- where nobody was ever said to carry a case, it is not known that nobody does
    where measure = 'to_close_days' and exists (select 1 from {{ ref('int_case_cover') }})
),

open_cases as (
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
        h.as_of,
        b.to_close_days,
        {{ days_between('c.expected_end_on', 'h.as_of') }} as days_past_expected_end,
        -- whoever was never carried has been without officer since the case opened
        case
            when not s.is_carried
                then {{ days_between('coalesce(v.last_carried_to, c.opened_on)', 'h.as_of') }}
        end as days_without_officer
    from {{ ref('int_case_segments') }} as s
    cross join {{ ref('int_horizon') }} as h
    cross join bounds as b
    inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
    left join {{ ref('int_case_cover') }} as v on s.case_key = v.case_key
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
    'to_close': "days_past_expected_end > to_close_days and days_without_officer > to_close_days",
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
