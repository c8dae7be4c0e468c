-- One row per day, office and type on which cases are received, started, ended or moved, and one on which
-- cases change state.
{% set flows = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases'
] %}
{% set stocks = ['open_cases', 'active_cases', 'waiting_cases', 'uncovered_cases'] %}
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
            sum(cast(case when flow = '{{ flow }}' then 1 else 0 end as double)) as {{ flow }},
        {% endfor %}
        work_type_key
    from events
    group by day_on, office_key, work_type_key
)

select
    day_on,
    office_key,
    {% for flow in flows %}
        {{ flow }},
    {% endfor %}
    {% for stock in stocks %}
        0 as {{ stock }},
    {% endfor %}
    work_type_key
from flows
where day_on <= (select as_of from {{ ref('int_horizon') }})
union all
select
    day_on,
    office_key,
    {% for flow in flows %}
        0 as {{ flow }},
    {% endfor %}
    {% for stock in stocks %}
        {{ stock }},
    {% endfor %}
    work_type_key
from {{ ref('int_case_count_changes') }}
where day_on <= (select as_of from {{ ref('int_horizon') }})
