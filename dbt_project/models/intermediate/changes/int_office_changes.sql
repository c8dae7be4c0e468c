-- One row per day, office and service line on which work, capacity or unmet demand changes, and by how much.
{% set capacity = ['contract_fte_parts', 'available_fte_parts'] + scheme_columns(['capacity_parts']) %}
{% set demand = weighing_columns(['waiting_parts', 'uncovered_parts']) %}
{% set sources = [
    ('int_work_changes', 't.service_line', weighing_columns(['work_parts'])),
    ('int_capacity_changes', 'c.service_line', capacity),
    ('int_case_count_changes', 't.service_line', ['active_cases']),
    ('int_demand_changes', 't.service_line', demand)
] %}
{% set measures = sources[0][2] + capacity + ['active_cases'] + demand %}
with {% for relation, line, own in sources %}
    -- each by itself first: the columns of the others would only be carried along as zeros
    {{ relation }}_sums as (
        select
            c.day_on,
            c.office_key,
            {{ line }} as service_line,
            {% for column in own %}
                sum(c.{{ column }}) as {{ column }},
            {% endfor %}
            count(*) as changes
        from {{ ref(relation) }} as c
        {% if line == 't.service_line' -%}
            inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
        {%- endif %}
        group by c.day_on, c.office_key, {{ line }}
    ),
{% endfor %}

changes as (
    {% for relation, line, own in sources %}
        select
            office_key,
            service_line,
            {% for column in measures %}
                {{ column if column in own else '0 as ' ~ column }},
            {% endfor %}
            day_on
        from {{ relation }}_sums
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    day_on,
    office_key,
    service_line,
    {{ sums_of(measures) }}
from changes
group by day_on, office_key, service_line
