-- One row per area, part of it, service line and weight scheme: its open cases by state and what is missing.
{% set month, quarter = uncovered_days()['month'], uncovered_days()['quarter'] %}
{% set counted = {
    'open_cases': 'true',
    'active_cases': "state = 'active'",
    'waiting_cases': "state = 'waiting'",
    'uncovered_cases': "state = 'uncovered'",
    'uncovered_30_cases': 'not is_to_close and days_uncovered <= ' ~ month,
    'uncovered_90_cases': 'not is_to_close and days_uncovered > ' ~ month ~ ' and days_uncovered <= ' ~ quarter,
    'uncovered_longer_cases': 'not is_to_close and days_uncovered > ' ~ quarter,
    'to_close_cases': 'is_to_close',
    'waiting_to_close_cases': "is_to_close and state = 'waiting'",
    'uncovered_to_close_cases': "is_to_close and state = 'uncovered'",
    'unable_cases': "needs_cover and state = 'active'",
    'unweighed_cases': "weight_basis = ''",
    'not_assessed_cases': "findings like '%not_assessed%'",
    'past_expected_end_cases': "findings like '%past_expected_end%'",
    'no_expected_end_cases': "findings like '%no_expected_end%'",
    'carried_past_end_cases': "state = 'active' and c.expected_end_on <= h.as_of",
    'carried_without_end_cases': "state = 'active' and expected_end_on is null",
} %}
with counted as (
    select
        c.office_id,
        c.service_line,
        c.weight_scheme,
        {% for column, condition in counted.items() %}
            sum(case when {{ condition }} then 1 else 0 end) as {{ column }},
        {% endfor %}
        max(c.days_waiting) as wait_days_max,
        max(case when not c.is_to_close then c.days_waiting end) as real_wait_days_max
    from {{ ref('fct_open_cases') }} as c
    cross join {{ ref('int_horizon') }} as h
    group by c.office_id, c.service_line, c.weight_scheme
)

{{ by_area(
    'counted',
    ['service_line', 'weight_scheme'],
    [],
    parts=true,
    more=[
        counts_by_area(counted.keys() | list),
        'max(m.wait_days_max) as wait_days_max',
        'max(m.real_wait_days_max) as real_wait_days_max'
    ]
) }}
