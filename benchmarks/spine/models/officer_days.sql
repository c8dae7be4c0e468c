-- One row per officer, office and day: cases, work and capacity under each scheme.
with mandates as (
    select
        officer_id,
        office_id,
        day_on,
        count(distinct case_id) as cases,
        sum(units_1) as units_1,
        sum(units_2) as units_2,
        sum(units_3) as units_3,
        sum(units_4) as units_4
    from {{ ref('officer_case_days') }}
    group by all
),

tasks as (
    select
        officer_id,
        office_id,
        day_on,
        sum(units_1) as units_1,
        sum(units_2) as units_2,
        sum(units_3) as units_3,
        sum(units_4) as units_4
    from {{ ref('task_days') }}
    group by all
),

capacities as (
    select
        officer_id,
        office_id,
        day_on,
        sum(capacity_1) as capacity_1,
        sum(capacity_2) as capacity_2,
        sum(capacity_3) as capacity_3,
        sum(capacity_4) as capacity_4
    from {{ ref('capacity_days') }}
    group by all
)

select
    officer_id,
    office_id,
    day_on,
    coalesce(m.cases, 0) as cases,
    {% for scheme in range(1, 5) %}
        coalesce(m.units_{{ scheme }}, 0) + coalesce(t.units_{{ scheme }}, 0) as units_{{ scheme }},
        coalesce(c.capacity_{{ scheme }}, 0) as capacity_{{ scheme }}{{ ',' if not loop.last }}
    {% endfor %}
from mandates as m
full join tasks as t using (officer_id, office_id, day_on)
full join capacities as c using (officer_id, office_id, day_on)
