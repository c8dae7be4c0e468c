-- One row per day, officer and office on which the officer's work or capacity there changes, and by how much.
{% set work = weighing_columns(['work_parts']) %}
{% set capacity = scheme_columns(['capacity_parts']) %}
with work as (
    select
        day_on,
        officer_key,
        office_key,
        sum(cases) as cases,
        {{ sums_of(work) }}
    from {{ ref('int_work_changes') }}
    group by day_on, officer_key, office_key
),

capacities as (
    select
        day_on,
        officer_key,
        office_key,
        {{ sums_of(capacity) }}
    from {{ ref('int_capacity_changes') }}
    group by day_on, officer_key, office_key
)

select
    coalesce(w.day_on, c.day_on) as day_on,
    coalesce(w.officer_key, c.officer_key) as officer_key,
    coalesce(w.office_key, c.office_key) as office_key,
    {% for column in work %}
        coalesce(w.{{ column }}, 0) as {{ column }},
    {% endfor %}
    {% for column in capacity %}
        coalesce(c.{{ column }}, 0) as {{ column }},
    {% endfor %}
    coalesce(w.cases, 0) as cases
from work as w
full outer join capacities as c
    on w.day_on = c.day_on and w.officer_key = c.officer_key and w.office_key = c.office_key
-- adding up an officer's rows costs half where they lie together
order by officer_key, office_key, day_on
