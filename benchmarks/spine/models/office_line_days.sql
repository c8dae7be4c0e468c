-- One row per office, service line and day: cases, work and capacity under each scheme.
with mandates as (
    select
        c.office_id,
        t.service_line,
        c.day_on,
        count(distinct c.case_id) as cases,
        sum(c.units_1) as units_1,
        sum(c.units_2) as units_2,
        sum(c.units_3) as units_3,
        sum(c.units_4) as units_4
    from {{ ref('officer_case_days') }} as c
    inner join policy.work_types as t on c.supervision_type = t.work_type
    group by all
),

tasks as (
    select
        k.office_id,
        t.service_line,
        k.day_on,
        sum(k.units_1) as units_1,
        sum(k.units_2) as units_2,
        sum(k.units_3) as units_3,
        sum(k.units_4) as units_4
    from {{ ref('task_days') }} as k
    inner join policy.work_types as t on k.task_type = t.work_type
    group by all
),

capacities as (
    select
        office_id,
        service_line,
        day_on,
        sum(capacity_1) as capacity_1,
        sum(capacity_2) as capacity_2,
        sum(capacity_3) as capacity_3,
        sum(capacity_4) as capacity_4
    from {{ ref('capacity_days') }}
    group by all
)

select
    office_id,
    service_line,
    day_on,
    coalesce(m.cases, 0) as cases,
    {% for scheme in range(1, 5) %}
        coalesce(m.units_{{ scheme }}, 0) + coalesce(t.units_{{ scheme }}, 0) as units_{{ scheme }},
        coalesce(c.capacity_{{ scheme }}, 0) as capacity_{{ scheme }}{{ ',' if not loop.last }}
    {% endfor %}
from mandates as m
full join tasks as t using (office_id, service_line, day_on)
full join capacities as c using (office_id, service_line, day_on)
