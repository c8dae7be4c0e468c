-- One row per day, office and type on which a case is received, started, ended or moved, or changes state.
{% set flows = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases'
] %}
with first_carried_offices as (
    select
        c.case_key,
        max_by(m.office_key, m.moved_on) as office_key
    from {{ ref('int_cases_clocked') }} as c
    inner join {{ ref('int_case_moves') }} as m
        on c.case_key = m.case_key and c.first_carried_on >= m.moved_on
    group by c.case_key
),

events as (
    select
        opened_on as day_on,
        opening_office_key as office_key,
        work_type_key,
        'received_cases' as flow
    from {{ ref('int_cases_clocked') }}
    union all
    select
        c.first_carried_on as day_on,
        coalesce(f.office_key, c.opening_office_key) as office_key,
        c.work_type_key,
        'started_cases' as flow
    from {{ ref('int_cases_clocked') }} as c
    left join first_carried_offices as f on c.case_key = f.case_key
    where c.first_carried_on is not null
    union all
    select
        ended_on as day_on,
        office_key,
        work_type_key,
        'ended_cases' as flow
    from {{ ref('int_case_endings') }}
    union all
    select
        moved_on as day_on,
        office_key,
        work_type_key,
        'transferred_in_cases' as flow
    from {{ ref('int_case_moves') }}
    union all
    select
        moved_on as day_on,
        office_before_key as office_key,
        work_type_key,
        'transferred_out_cases' as flow
    from {{ ref('int_case_moves') }}
),

flows as (
    select
        day_on,
        office_key,
        {% for flow in flows %}
            sum(case when flow = '{{ flow }}' then 1 else 0 end) as {{ flow }},
        {% endfor %}
        work_type_key
    from events
    group by day_on, office_key, work_type_key
)

select
    coalesce(f.day_on, s.day_on) as day_on,
    coalesce(f.office_key, s.office_key) as office_key,
    coalesce(f.work_type_key, s.work_type_key) as work_type_key,
    {% for flow in flows %}
        cast(coalesce(f.{{ flow }}, 0) as bigint) as {{ flow }},
    {% endfor %}
    cast(coalesce(s.open_cases, 0) as bigint) as open_cases,
    cast(coalesce(s.active_cases, 0) as bigint) as active_cases,
    cast(coalesce(s.waiting_cases, 0) as bigint) as waiting_cases,
    cast(coalesce(s.uncovered_cases, 0) as bigint) as uncovered_cases
from flows as f
full outer join {{ ref('int_case_count_changes') }} as s
    on f.day_on = s.day_on and f.office_key = s.office_key and f.work_type_key = s.work_type_key
where coalesce(f.day_on, s.day_on) <= (select as_of from {{ ref('int_horizon') }})
