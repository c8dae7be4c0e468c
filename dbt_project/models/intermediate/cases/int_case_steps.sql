{{ config(materialized='view') }}
-- One row per case, day and cause on which something that decides its weight changes, as a signed step.
-- What holds on a day is then the running sum of the steps: one rule for risk, office, phase, policy, flags
-- and officers, whatever order they come in. Changes before the first open day count on that day.
{% set steps = [
    'risk_step', 'office_step', 'month_step', 'policy_step', 'flag_step', 'officer_step', 'share_step'
] %}
with cases as (
    select * from {{ ref('int_cases_clocked') }}
    where opened_on < open_until_on
),

openings as (
    select
        c.case_key,
        c.opened_on as day_on,
        r.risk_key as risk_step,
        c.opening_office_key as office_step,
        0 as month_step,
        p.policy_index as policy_step,
        0 as flag_step,
        0 as officer_step,
        0 as share_step
    from cases as c
    inner join {{ ref('int_policy_periods') }} as p
        on c.opened_on >= p.valid_from and c.opened_on < p.valid_to
    cross join {{ ref('int_risk_levels') }} as r
    where r.risk_level = 'not_assessed'
),

assessments as (
    select
        c.case_key,
        greatest(a.assessed_on, c.opened_on) as day_on,
        r.risk_key - coalesce(
            lag(r.risk_key) over (partition by c.case_key order by a.assessed_on), n.risk_key
        ) as risk_step
    from {{ ref('stg_case_assessments') }} as a
    inner join cases as c on a.case_id = c.case_id
    inner join {{ ref('int_risk_levels') }} as r on a.risk_level = r.risk_level
    cross join {{ ref('int_risk_levels') }} as n
    where n.risk_level = 'not_assessed'
),

transfers as (
    select
        c.case_key,
        t.valid_from as day_on,
        o.office_key - coalesce(
            lag(o.office_key) over (partition by c.case_key order by t.valid_from), c.opening_office_key
        ) as office_step
    from {{ ref('stg_case_offices') }} as t
    inner join cases as c on t.case_id = c.case_id
    inner join {{ ref('int_offices') }} as o on t.office_id = o.office_id
    where t.valid_from > c.opened_on
),

phases as (
    select
        c.case_key,
        greatest({{ months_later('c.clock_on', 'b.from_month') }}, c.opened_on) as day_on,
        1 as month_step
    from cases as c
    cross join {{ ref('int_month_bounds') }} as b
    where
        b.month_index > 0
        and {{ months_later('c.clock_on', 'b.from_month') }} < c.open_until_on
),

new_policies as (
    select
        c.case_key,
        p.valid_from as day_on,
        1 as policy_step
    from cases as c
    inner join {{ ref('int_policy_periods') }} as p
        on c.opened_on < p.valid_from and c.open_until_on > p.valid_from
),

flags as (
    select
        c.case_key,
        case when s.sign = 1 then greatest(f.valid_from, c.opened_on) else f.valid_to end as day_on,
        {{ signed('f.flag_bit') }} as flag_step
    from {{ ref('int_flag_periods') }} as f
    inner join cases as c on f.case_key = c.case_key
    cross join {{ beginning_and_end() }} as s
    where f.valid_to > c.opened_on
),

carrying as (
    select
        p.case_key,
        case when s.sign = 1 then p.valid_from else p.valid_to end as day_on,
        {{ signed('1') }} as officer_step,
        {{ signed('p.share_parts') }} as share_step
    from {{ ref('int_carried_periods') }} as p
    cross join {{ beginning_and_end() }} as s
)

{% for cause, own_steps in (
    ('openings', steps),
    ('assessments', ['risk_step']),
    ('transfers', ['office_step']),
    ('phases', ['month_step']),
    ('new_policies', ['policy_step']),
    ('flags', ['flag_step']),
    ('carrying', ['officer_step', 'share_step'])
) %}
    select
        case_key,
        {% for step in steps %}
            {{ step if step in own_steps else '0 as ' ~ step }},
        {% endfor %}
        day_on
    from {{ cause }}
    {{ 'union all' if not loop.last }}
{% endfor %}
