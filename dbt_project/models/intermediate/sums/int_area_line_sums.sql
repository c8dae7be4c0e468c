-- One row per grain (or window), area, part of it, service line and period: sums over offices and days.
-- Of the weeks behind, areas above the office keep the last half year.
{% set measures = office_measures() %}
with office_sums as (
    -- pages show the running week and those of the half year before it, and every other period
    select
        p.*,
        p.grain <> 'week'
        or p.period_start_on > {{ first_day_of('week', 'h.as_of') }} - {{ days_of_weeks_shown() }} as is_shown
    from {{ ref('int_office_line_sums') }} as p
    cross join {{ ref('int_horizon') }} as h
),

offices_added as (
    select
        p.grain,
        p.time_window,
        p.is_shown,
        a.area_id,
        a.area_kind,
        a.part_id,
        p.service_line,
        p.period_start_on,
        max(p.days) as days,
    {% for sums in day_sums_of(measures) %}
        sum(p.{{ sums }}) as {{ sums }}{{ ',' if not loop.last }}
    {% endfor %}
    from office_sums as p
    inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
    inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id
    where p.is_shown or a.area_kind = 'office'
    group by
        p.grain, p.time_window, p.is_shown, a.area_id, a.area_kind, a.part_id, p.service_line,
        p.period_start_on
)

select
    p.grain,
    p.time_window,
    p.is_shown,
    p.area_id,
    p.area_kind,
    p.part_id,
    p.service_line,
    p.period_start_on,
    p.days,
    {{ stored_work('workload_unit_days', 'work_parts') }}
    {{ stored_work('waiting_unit_days', 'waiting_parts') }}
    {{ stored_work('uncovered_unit_days', 'uncovered_parts') }}
    {{ stored_capacity() }}
    {{ units_of('p.contract_fte_parts_day_sum') }} as contract_fte_days,
    {{ units_of('p.available_fte_parts_day_sum') }} as available_fte_days,
    cast(p.active_cases_day_sum as double) as case_days
from offices_added as p
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by p.grain, p.time_window, p.area_id, p.part_id, p.service_line, p.period_start_on
