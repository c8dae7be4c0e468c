-- One row per office, service line, weight scheme, finding and figure: how far the figure could move, were
-- the finding resolved.
with open_today as (
    select
        s.case_key,
        s.office_key,
        s.work_type_key,
        s.cell_key,
        s.is_carried,
        s.share_parts,
        'workload_pct_today' as figure
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_horizon') }} as h on s.valid_from <= h.as_of and s.valid_to > h.as_of
),

open_in_a_year as (
    -- the same cases as they stand on the last day that plans are followed to
    select
        s.case_key,
        s.office_key,
        s.work_type_key,
        s.cell_key,
        s.is_carried,
        s.share_parts,
        'workload_pct_in_52_weeks' as figure
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_horizon') }} as h on s.valid_from < h.horizon_on and s.valid_to >= h.horizon_on
),

concerned as (
    select
        f.finding,
        o.*
    from open_today as o
    inner join {{ ref('int_cases_clocked') }} as c on o.case_key = c.case_key
    inner join {{ ref('int_case_findings') }} as f on c.case_id = f.record_id
    -- what nobody carries is in no percentage, unless it is taken up
    where f.finding <> 'no_expected_end' and (o.is_carried or f.finding = 'uncovered')
    union all
    select
        f.finding,
        o.*
    from open_in_a_year as o
    inner join {{ ref('int_cases_clocked') }} as c on o.case_key = c.case_key
    inner join {{ ref('int_case_findings') }} as f on c.case_id = f.record_id
    where f.finding in ('no_expected_end', 'past_expected_end') and o.is_carried
),

effects as (
    -- not assessed: any level may come out; no end or past it: may have ended; uncovered: may be taken up
    select
        c.office_key,
        t.service_line,
        c.finding,
        c.figure,
        w.weight_scheme,
        case
            when c.finding = 'not_assessed'
                then coalesce(l.least_weight_units - w.weight_units, 0) * {{ units_of('c.share_parts') }}
            when c.finding = 'uncovered' then 0
            else -w.weight_units * {{ units_of('c.share_parts') }}
        end as lower_units,
        case
            when c.finding = 'not_assessed'
                then coalesce(l.most_weight_units - w.weight_units, 0) * {{ units_of('c.share_parts') }}
            when c.finding = 'uncovered' then w.weight_units
            else 0
        end as upper_units
    from concerned as c
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join {{ ref('int_cell_weights') }} as w on c.cell_key = w.cell_key and not w.is_now
    left join {{ ref('int_level_weights') }} as l
        on c.cell_key = l.cell_key and w.weight_scheme = l.weight_scheme
),

sums as (
    select
        office_key,
        service_line,
        weight_scheme,
        finding,
        figure,
        count(*) as concerned_cases,
        cast(sum(lower_units) as double) as lower_units,
        cast(sum(upper_units) as double) as upper_units
    from effects
    group by office_key, service_line, weight_scheme, finding, figure
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
    u.capacity_units,
    {{ workload_percentage('u.workload_units', 'u.capacity_units') }} as workload_pct,
    {{ workload_percentage('(u.workload_units + coalesce(f.lower_units, 0))', 'u.capacity_units') }}
        as workload_lower_pct,
    {{ workload_percentage('(u.workload_units + coalesce(f.upper_units, 0))', 'u.capacity_units') }}
        as workload_upper_pct
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
