{{ config(materialized='view') }}
-- One row per day, officer, office and work type on which the officer's work changes, and by how much.
-- Mandates and tasks never share a work type, so their changes need no adding up.
{% set tasks = weighing_columns(['tasks']) %}
{% set parts = weighing_columns(['work_parts']) %}
select
    day_on,
    officer_key,
    office_key,
    {% for column in parts %}
        {{ column }},
    {% endfor %}
    {% for column in tasks %}
        0 as {{ column }},
    {% endfor %}
    cases,
    work_type_key
from {{ ref('int_case_work_changes') }}
union all
select
    day_on,
    officer_key,
    office_key,
    {% for column in parts %}
        {{ column }},
    {% endfor %}
    {% for column in tasks %}
        {{ column }},
    {% endfor %}
    0 as cases,
    work_type_key
from {{ ref('int_task_work_changes') }}
