-- the same weeks ahead as a whole and by work type
with parts as (
    select
        office_id,
        weight_scheme,
        week_start_on,
        sum(workload_units_avg) as workload_units_avg,
        sum(active_cases_avg) as active_cases_avg
    from {{ ref('fct_office_outlook_work_weeks') }}
    group by office_id, weight_scheme, week_start_on
)

select
    o.office_id,
    o.weight_scheme,
    o.week_start_on,
    o.workload_units_avg,
    p.workload_units_avg as parts_workload_units_avg
from {{ ref('fct_office_outlook_weeks') }} as o
left join parts as p
    on
        o.office_id = p.office_id
        and o.weight_scheme = p.weight_scheme
        and o.week_start_on = p.week_start_on
where
    abs(o.workload_units_avg - coalesce(p.workload_units_avg, 0)) > 1e-6 * (1 + abs(o.workload_units_avg))
    or abs(o.active_cases_avg - coalesce(p.active_cases_avg, 0)) > 1e-6 * (1 + o.active_cases_avg)
