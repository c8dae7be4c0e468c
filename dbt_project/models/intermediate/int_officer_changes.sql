-- One row per day, officer and office on which the officer's work or capacity there changes, and by how much.
{% set work = ['cases'] + scheme_columns(['units', 'units_now']) %}
{% set capacity = scheme_columns(['capacity']) %}
with changes as (
    {% for relation, own in (('int_work_changes', work), ('int_capacity_changes', capacity)) %}
        select
            officer_key,
            office_key,
            {% for column in work + capacity %}
                {{ column if column in own else '0 as ' ~ column }},
            {% endfor %}
            day_on
        from {{ ref(relation) }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    day_on,
    officer_key,
    office_key,
    cast(sum(cases) as bigint) as cases,
    {{ exact_sums(work[1:] + capacity) }}
from changes
group by day_on, officer_key, office_key
