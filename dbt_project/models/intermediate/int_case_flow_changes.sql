-- One row per day, office and type on which a case is received, started, ended or moved, or changes state.
{% set flows = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases'
] %}
with segments as (
    select * from {{ ref('int_case_segments') }}
),

moves as (
    -- a transfer counts when two open days in a row have different offices
    select
        case_key,
        work_type_key,
        office_key,
        lag(office_key) over (partition by case_key order by valid_from) as office_before_key,
        lead(valid_from) over (partition by case_key order by valid_from) as next_from,
        valid_from,
        valid_to
    from segments
),

last_offices as (
    select
        case_key,
        office_key
    from moves
    where next_from is null
),

first_carried_offices as (
    select
        s.case_key,
        s.office_key
    from segments as s
    inner join {{ ref('int_cases_clocked') }} as c
        on s.case_key = c.case_key and s.valid_from = c.first_carried_on
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
        f.office_key,
        c.work_type_key,
        'started_cases' as flow
    from {{ ref('int_cases_clocked') }} as c
    inner join first_carried_offices as f on c.case_key = f.case_key
    union all
    -- a case opened and ended on the same day is never open, but is received once and ended once
    select
        c.ended_on as day_on,
        coalesce(l.office_key, c.opening_office_key) as office_key,
        c.work_type_key,
        'ended_cases' as flow
    from {{ ref('int_cases_clocked') }} as c
    left join last_offices as l on c.case_key = l.case_key
    where c.ended_on is not null
    union all
    select
        valid_from as day_on,
        office_key,
        work_type_key,
        'transferred_in_cases' as flow
    from moves
    where office_key <> office_before_key
    union all
    select
        valid_from as day_on,
        office_before_key as office_key,
        work_type_key,
        'transferred_out_cases' as flow
    from moves
    where office_key <> office_before_key
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
