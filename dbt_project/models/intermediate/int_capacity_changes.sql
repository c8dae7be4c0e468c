-- One row per day, officer, office and service line on which the officer's capacity changes, and by how much.
{% set measures = ['contract_fte', 'available_fte'] + scheme_columns(['capacity']) %}
with shares as (
    -- a grade without a row gives its full share; About the data lists it as a finding
    select
        s.*,
        w.scheme_key,
        cast(w.full_time_capacity * coalesce(g.capacity_share, 1) as decimal(18, 8)) as full_time_units
    from {{ ref('int_contract_segments') }} as s
    cross join {{ ref('int_weight_schemes') }} as w
    left join {{ ref('capacity_grades') }} as g
        on
            w.weight_scheme = g.weight_scheme
            and s.grade = g.grade
            and s.valid_from >= g.valid_from
            and s.valid_from < {{ open_end('g.valid_to') }}
),

segments as (
    select
        officer_key,
        office_key,
        service_line,
        valid_from,
        valid_to,
        {% for key in scheme_keys() %}
            max(case when scheme_key = {{ key }} then full_time_units end) * available_fte
                as capacity_{{ key }},
        {% endfor %}
        contract_fte,
        available_fte
    from shares
    group by officer_key, office_key, service_line, valid_from, valid_to, contract_fte, available_fte
),

changes as (
    select
        c.officer_key,
        c.office_key,
        c.service_line,
        {% for column in measures %}
            {{ signed('c.' ~ column) }} as {{ column }},
        {% endfor %}
        case when s.sign = 1 then c.valid_from else c.valid_to end as day_on
    from segments as c
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    officer_key,
    office_key,
    service_line,
    {{ exact_sums(measures) }}
from changes
group by day_on, officer_key, office_key, service_line
