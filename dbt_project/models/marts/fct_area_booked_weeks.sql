-- One row per area, service line, weight scheme and coming week: the work booked today, and cases that end.
with work as (
    select
        w.office_id,
        t.service_line,
        w.weight_scheme,
        w.period_start_on as week_start_on,
        sum(w.active_cases_avg) as active_cases_avg,
        sum(case when t.kind = 'task' then 0 else w.workload_units_avg end) as case_units_avg,
        sum(case when t.kind = 'task' then w.workload_units_avg else 0 end) as task_units_avg,
        0 as ending_cases
    from {{ ref('fct_office_work_periods') }} as w
    inner join {{ ref('dim_work_types') }} as t on w.work_type = t.work_type
    where w.grain = 'week_ahead'
    group by w.office_id, t.service_line, w.weight_scheme, w.period_start_on
),

endings as (
    select
        c.office_id,
        c.service_line,
        c.weight_scheme,
        {{ first_day_of('week', 'c.expected_end_on') }} as week_start_on,
        0 as active_cases_avg,
        0 as case_units_avg,
        0 as task_units_avg,
        count(*) as ending_cases
    from {{ ref('fct_open_cases') }} as c
    inner join {{ ref('int_horizon') }} as h
        on c.expected_end_on > h.as_of and c.expected_end_on < h.horizon_on
    where c.state = 'active'
    group by c.office_id, c.service_line, c.weight_scheme, {{ first_day_of('week', 'c.expected_end_on') }}
),

booked as (
    select * from work
    union all
    select * from endings
)

{{ by_area(
    'booked',
    ['service_line', 'weight_scheme', 'week_start_on'],
    ['active_cases_avg', 'case_units_avg', 'task_units_avg'],
    more=[counts_by_area(['ending_cases'])]
) }}
