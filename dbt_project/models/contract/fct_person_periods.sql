-- One row per officer, weight scheme and period: the whole person over all offices, on as_of (day), in each
-- month behind and in each week ahead (week).
with periods as (
    {{ asked_of(
        persons_of(['month', 'week_ahead']),
        [
            'officer_id', 'weight_scheme', "case grain when 'month' then 'month' else 'week' end as period",
            'period_start_on', 'days', 'active_cases_avg', 'workload_units_avg', 'capacity_units_avg'
        ],
        ['case_days', 'workload_unit_days', 'capacity_unit_days']
    ) }}
),

today as (
    select
        p.officer_id,
        p.weight_scheme,
        'day' as period,
        s.as_of as period_start_on,
        cast(1 as bigint) as days,
        cast(sum(p.active_cases) as double) as active_cases_avg,
        sum(p.workload_units) as workload_units_avg,
        sum(p.capacity_units) as capacity_units_avg
    from {{ within_published(ref('fct_officer_spans')) }} as p
    inner join {{ within_published(ref('dim_status')) }} as s on p.valid_to > s.as_of
    group by p.officer_id, p.weight_scheme, s.as_of
),

all_periods as (
    select * from periods
    union all
    select * from today
)

select
    officer_id,
    weight_scheme,
    period,
    period_start_on,
    days,
    active_cases_avg,
    workload_units_avg,
    capacity_units_avg,
    {{ workload_percentage('workload_units_avg', 'capacity_units_avg') }} as workload_pct
from all_periods
