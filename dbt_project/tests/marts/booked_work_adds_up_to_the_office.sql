-- the same weeks ahead as a whole, by work type and by service line
with parts as (
    select
        office_id,
        weight_scheme,
        week_start_on,
        'work types' as part,
        sum(workload_units_avg) as workload_units_avg,
        sum(active_cases_avg) as active_cases_avg,
        cast(null as double) as capacity_units_avg
    from {{ ref('fct_office_outlook_work_weeks') }}
    group by office_id, weight_scheme, week_start_on
    union all
    select
        office_id,
        weight_scheme,
        week_start_on,
        'service lines' as part,
        sum(workload_units_avg) as workload_units_avg,
        sum(active_cases_avg) as active_cases_avg,
        sum(capacity_units_avg) as capacity_units_avg
    from {{ ref('fct_office_line_outlook_weeks') }}
    group by office_id, weight_scheme, week_start_on
),

kinds as (
    select unnest(['work types', 'service lines']) as part
),

wholes as (
    select
        k.part,
        o.office_id,
        o.weight_scheme,
        o.week_start_on,
        o.workload_units_avg,
        o.active_cases_avg,
        o.capacity_units_avg
    from {{ ref('fct_office_outlook_weeks') }} as o
    cross join kinds as k
)

select
    o.part,
    o.office_id,
    o.weight_scheme,
    o.week_start_on,
    o.workload_units_avg,
    p.workload_units_avg as parts_workload_units_avg
from wholes as o
left join parts as p
    on
        o.part = p.part
        and o.office_id = p.office_id
        and o.weight_scheme = p.weight_scheme
        and o.week_start_on = p.week_start_on
where
    abs(o.workload_units_avg - coalesce(p.workload_units_avg, 0)) > 1e-6 * (1 + abs(o.workload_units_avg))
    or abs(o.active_cases_avg - coalesce(p.active_cases_avg, 0)) > 1e-6 * (1 + o.active_cases_avg)
    or (
        o.part = 'service lines'
        and abs(o.capacity_units_avg - coalesce(p.capacity_units_avg, 0)) > 1e-6 * (1 + o.capacity_units_avg)
    )
