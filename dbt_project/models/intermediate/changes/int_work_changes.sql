{{ config(materialized='view') }}
-- One row per day, officer, office and work type on which the officer's work changes, and by how much.
-- Mandates and tasks never share a work type, so their changes need no adding up.
{% set parts, tasks = weighing_columns(['work_parts']), weighing_columns(['tasks']) %}
{% for changes, counted in (
    (ref('int_case_work_changes'), ['cases']), (ref('int_task_work_changes'), tasks)
) %}
    select
        day_on,
        officer_key,
        office_key,
        work_type_key,
        {% for column in parts %}
            {{ column }},
        {% endfor %}
    {% for column in tasks + ['cases'] %}
        {{ column if column in counted else '0 as ' ~ column }}{{ ',' if not loop.last }}
    {% endfor %}
    from {{ changes }}
    {{ 'union all' if not loop.last }}
{% endfor %}
