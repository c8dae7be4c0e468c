-- One row per day, officer, office and service line on which the officer's capacity changes, and by how much.
{% set measures = ['contract_fte_parts', 'available_fte_parts'] + scheme_columns(['capacity_parts']) %}
with changes as (
    select
        c.officer_key,
        c.office_key,
        c.service_line,
        {% for column in measures %}
            {{ signed('c.' ~ column) }} as {{ column }},
        {% endfor %}
        case when s.sign = 1 then c.valid_from else c.valid_to end as day_on
    from {{ ref('int_capacity_segments') }} as c
    cross join {{ beginning_and_end() }} as s
)

select
    day_on,
    officer_key,
    office_key,
    service_line,
    {{ sums_of(measures) }}
from changes
group by day_on, officer_key, office_key, service_line
