-- One row per area, service line, supervision type (empty: all of the line) and week: the waiting list on its
-- last day, by how much it shrank in the quarter before, and how long it lasts at that pace.
{% set quarter = horizon_weeks('quarter') %}
with counts as (
    select
        day_on,
        office_key,
        work_type_key,
        waiting_cases,
        uncovered_cases
    from {{ ref('int_case_count_changes') }}
    where waiting_cases <> 0 or uncovered_cases <> 0
),

{{ period_averages(
    'counts', 'week', ['office_key', 'work_type_key'], ['waiting_cases', 'uncovered_cases'], goes_on=true
) }},

first_weeks as (
    -- the first whole week of the months that the delivery tells in full
    select {{ first_day_of('week', 'covered_from + 6') }} as first_on
    from {{ ref('int_coverage') }}
),

lists as (
    select
        a.area_id,
        t.service_line,
        coalesce(t.work_type, '') as supervision_type,
        p.period_start_on as week_start_on,
        sum(p.waiting_cases_end) as waiting_cases,
        sum(p.uncovered_cases_end) as uncovered_cases
    from period_sums as p
    inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
    inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
    inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
    group by
        grouping sets (
            (a.area_id, t.service_line, p.period_start_on),
            (a.area_id, t.service_line, p.period_start_on, t.work_type)
        )
),

to_close as (
    select
        b.area_id,
        t.service_line,
        coalesce(b.supervision_type, '') as supervision_type,
        b.week_start_on,
        sum(b.waiting_to_close_cases) as waiting_to_close_cases,
        sum(b.uncovered_to_close_cases) as uncovered_to_close_cases
    from {{ ref('int_area_backlog_sums') }} as b
    inner join {{ ref('int_work_types') }} as t on b.supervision_type = t.work_type
    group by
        grouping sets (
            (b.area_id, t.service_line, b.week_start_on),
            (b.area_id, t.service_line, b.week_start_on, b.supervision_type)
        )
),

told_apart as (
    -- a record that nobody closes never leaves a list: it is in no pace
    select
        l.*,
        coalesce(c.waiting_to_close_cases, 0) as waiting_to_close_cases,
        coalesce(c.uncovered_to_close_cases, 0) as uncovered_to_close_cases,
        l.waiting_cases - coalesce(c.waiting_to_close_cases, 0) as real_waiting_cases
    from lists as l
    left join to_close as c
        on
            l.area_id = c.area_id
            and l.service_line = c.service_line
            and l.supervision_type = c.supervision_type
            and l.week_start_on = c.week_start_on
),

paced as (
    select
        l.*,
        case
            when l.week_start_on - {{ 7 * quarter }} >= f.first_on
                -- a list has no row before its first case: nobody waited
                then coalesce(lag(l.real_waiting_cases, {{ quarter }}) over by_week, 0) - l.real_waiting_cases
        end as net_left_cases
    from told_apart as l
    inner join first_weeks as f on true
    window by_week as (
        partition by l.area_id, l.service_line, l.supervision_type order by l.week_start_on
    )
)

select
    p.area_id,
    p.service_line,
    p.supervision_type,
    p.week_start_on,
    least(p.week_start_on + 6, h.as_of) as counted_on,
    cast(p.waiting_cases as bigint) as waiting_cases,
    cast(p.uncovered_cases as bigint) as uncovered_cases,
    cast(p.net_left_cases as bigint) as net_left_cases,
    case when p.net_left_cases > 0 then {{ quarter }} * p.real_waiting_cases / p.net_left_cases end
        as weeks_to_clear,
    cast(p.waiting_to_close_cases as bigint) as waiting_to_close_cases,
    cast(p.uncovered_to_close_cases as bigint) as uncovered_to_close_cases
from paced as p
cross join {{ ref('int_horizon') }} as h
inner join first_weeks as f on p.week_start_on >= f.first_on
where p.waiting_cases <> 0 or p.uncovered_cases <> 0 or p.net_left_cases <> 0
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by p.area_id, p.service_line, p.supervision_type, p.week_start_on
