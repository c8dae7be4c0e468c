-- the same workload three ways: by work type, by service line and by officer
with office_months as (
    select
        office_id,
        weight_scheme,
        month_start_on,
        workload_units_avg,
        capacity_units_avg
    from {{ ref('fct_office_months') }}
),

parts as (
    select
        office_id,
        weight_scheme,
        month_start_on,
        'work types' as part,
        sum(workload_units_avg) as workload_units_avg,
        cast(null as double) as capacity_units_avg
    from {{ ref('fct_office_work_months') }}
    group by office_id, weight_scheme, month_start_on
    union all
    select
        office_id,
        weight_scheme,
        month_start_on,
        'service lines' as part,
        sum(workload_units_avg) as workload_units_avg,
        sum(capacity_units_avg) as capacity_units_avg
    from {{ ref('fct_office_line_months') }}
    group by office_id, weight_scheme, month_start_on
    union all
    select
        office_id,
        weight_scheme,
        month_start_on,
        'officers' as part,
        sum(workload_units_avg) as workload_units_avg,
        sum(capacity_units_avg) as capacity_units_avg
    from {{ ref('fct_officer_months') }}
    group by office_id, weight_scheme, month_start_on
)

select
    p.part,
    p.office_id,
    p.weight_scheme,
    p.month_start_on,
    p.workload_units_avg,
    o.workload_units_avg as office_workload_units_avg
from parts as p
left join office_months as o
    on
        p.office_id = o.office_id
        and p.weight_scheme = o.weight_scheme
        and p.month_start_on = o.month_start_on
where
    abs(p.workload_units_avg - coalesce(o.workload_units_avg, 0)) > 1e-6 * (1 + abs(p.workload_units_avg))
    or abs(coalesce(p.capacity_units_avg, o.capacity_units_avg) - coalesce(o.capacity_units_avg, 0))
    > 1e-6 * (1 + abs(coalesce(p.capacity_units_avg, 0)))
