-- One row per area, supervision type and week: who waits or lacks cover on its last day, under all weighings.
-- How long people wait is known of offices: quantiles do not add up.
{% set keys = weighing_keys() %}
with weeks as (
    select
        period_start_on as week_start_on,
        period_end_on - 1 as counted_on
    from {{ ref('int_periods') }}
    where grain = 'week'
),

to_close as (
    select record_id as case_id
    from {{ ref('int_case_findings') }}
    where finding = 'to_close'
),

unserved as (
    select
        s.office_key,
        s.work_type_key,
        s.cell_key,
        s.is_waiting,
        x.case_id is not null as is_to_close,
        c.opened_on,
        s.valid_from,
        s.valid_to
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_cases_clocked') }} as c on s.case_key = c.case_key
    left join to_close as x on c.case_id = x.case_id
    where not s.is_carried
),

counted as (
    select
        u.office_key,
        u.work_type_key,
        u.cell_key,
        u.is_waiting,
        u.is_to_close,
        w.week_start_on,
        w.counted_on,
        case when u.is_waiting then {{ days_between('u.opened_on', 'w.counted_on') }} end as wait_days
    from unserved as u
    inner join weeks as w on u.valid_from <= w.counted_on and u.valid_to > w.counted_on
),

per_week as (
    select
        c.office_key,
        c.work_type_key,
        c.week_start_on,
        c.counted_on,
        sum(cast(case when c.is_waiting then 1 else 0 end as double)) as waiting_cases,
        sum(cast(case when c.is_waiting then 0 else 1 end as double)) as uncovered_cases,
        sum(cast(case when c.is_to_close and c.is_waiting then 1 else 0 end as double))
            as waiting_to_close_cases,
        sum(cast(case when c.is_to_close and not c.is_waiting then 1 else 0 end as double))
            as uncovered_to_close_cases,
        {% for key in keys %}
            sum(case when c.is_waiting then u.work_parts_{{ key }} else 0 end) as waiting_parts_{{ key }},
            sum(case when c.is_waiting then 0 else u.work_parts_{{ key }} end) as uncovered_parts_{{ key }},
        {% endfor %}
        percentile_cont(0.5) within group (order by c.wait_days) as wait_days_p50,
        percentile_cont(0.9) within group (order by c.wait_days) as wait_days_p90,
        max(c.wait_days) as wait_days_max
    from counted as c
    inner join {{ ref('int_cell_parts') }} as u on c.cell_key = u.cell_key
    group by c.office_key, c.work_type_key, c.week_start_on, c.counted_on
)

select
    a.area_id,
    a.area_kind,
    t.work_type as supervision_type,
    p.week_start_on,
    p.counted_on,
    cast(sum(p.waiting_cases) as bigint) as waiting_cases,
    cast(sum(p.uncovered_cases) as bigint) as uncovered_cases,
    cast(sum(p.waiting_to_close_cases) as bigint) as waiting_to_close_cases,
    cast(sum(p.uncovered_to_close_cases) as bigint) as uncovered_to_close_cases,
    {% for key in keys %}
        {{ units_of('sum(p.waiting_parts_' ~ key ~ ')') }} as waiting_units_{{ key }},
        {{ units_of('sum(p.uncovered_parts_' ~ key ~ ')') }} as uncovered_units_{{ key }},
    {% endfor %}
    cast(max(case when a.area_kind = 'office' then p.wait_days_p50 end) as double) as wait_days_p50,
    cast(max(case when a.area_kind = 'office' then p.wait_days_p90 end) as double) as wait_days_p90,
    cast(max(case when a.area_kind = 'office' then p.wait_days_max end) as bigint) as wait_days_max
from per_week as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
group by a.area_id, a.area_kind, t.work_type, p.week_start_on, p.counted_on
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by a.area_id, t.work_type, p.week_start_on
