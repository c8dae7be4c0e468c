-- One row per office, service line, weight scheme, finding and figure: how far the figure could move, were
-- the finding resolved.
with sums as (
    select * from {{ ref('int_finding_effects') }}
),

days_of_figures as (
    select
        'workload_pct_today' as figure,
        as_of as on_day
    from {{ ref('int_horizon') }}
    union all
    select
        'workload_pct_in_52_weeks' as figure,
        horizon_on - 1 as on_day
    from {{ ref('int_horizon') }}
),

office_parts as (
    select
        c.office_key,
        c.service_line,
        d.figure,
        {% for column in weighing_columns(['work_parts']) + scheme_columns(['capacity_parts']) %}
            sum(c.{{ column }}) as {{ column }},
        {% endfor %}
        d.on_day
    from {{ ref('int_office_changes') }} as c
    inner join days_of_figures as d on c.day_on <= d.on_day
    group by c.office_key, c.service_line, d.figure, d.on_day
),

office_units as (
    select
        p.office_key,
        p.service_line,
        s.weight_scheme,
        p.figure,
        p.on_day,
        {{ units_of(of_weighing('p.work_parts')) }} as workload_units,
        {{ capacity_units_of(of_scheme('p.capacity_parts')) }} as capacity_units
    from office_parts as p
    cross join {{ ref('int_weight_schemes') }} as s
),

findings_of_figures as (
    -- offices without such a case have a row too: their work is part of the whole line
    select distinct
        service_line,
        finding,
        figure
    from sums
)

select
    o.office_id,
    u.service_line,
    u.weight_scheme,
    p.finding,
    u.figure,
    u.on_day,
    coalesce(f.concerned_cases, 0) as concerned_cases,
    u.workload_units,
    u.workload_units + coalesce(f.lower_units, 0) as workload_lower_units,
    u.workload_units + coalesce(f.upper_units, 0) as workload_upper_units,
    u.capacity_units
from office_units as u
inner join findings_of_figures as p on u.service_line = p.service_line and u.figure = p.figure
inner join {{ ref('int_offices') }} as o on u.office_key = o.office_key
left join sums as f
    on
        u.office_key = f.office_key
        and u.service_line = f.service_line
        and u.weight_scheme = f.weight_scheme
        and u.figure = f.figure
        and p.finding = f.finding
