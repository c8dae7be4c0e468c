-- One row per day, office and service line on which work, capacity or unmet demand changes, and by how much.
{% set work = scheme_columns(['units', 'units_now']) %}
{% set capacity = ['contract_fte', 'available_fte'] + scheme_columns(['capacity']) %}
{% set demand = ['active_cases'] + scheme_columns(
    ['waiting_units', 'uncovered_units', 'waiting_units_now', 'uncovered_units_now']
) %}
{% set measures = work + capacity + demand %}
with changes as (
    {% for relation, line, own in (
        ('int_work_changes', 't.service_line', work),
        ('int_capacity_changes', 'c.service_line', capacity),
        ('int_case_count_changes', 't.service_line', demand)
    ) %}
        select
            c.office_key,
            {{ line }} as service_line,
            {% for column in measures %}
                {{ 'c.' ~ column if column in own else '0' }} as {{ column }},
            {% endfor %}
            c.day_on
        from {{ ref(relation) }} as c
        {% if line == 't.service_line' -%}
            inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
        {%- endif %}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    day_on,
    office_key,
    service_line,
    {{ exact_sums(measures) }}
from changes
group by day_on, office_key, service_line
