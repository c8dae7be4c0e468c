-- One row per area above the office, part of it, weight scheme, band of cases and band of workload: people.
with weeks as (
    select
        w.officer_id,
        w.office_id,
        w.weight_scheme,
        w.days,
        w.active_cases_avg,
        w.workload_units_avg,
        w.capacity_units_avg
    from {{ ref('fct_officer_periods') }} as w
    inner join {{ ref('int_horizon') }} as h
        on
            w.period_start_on >= {{ first_day_of('week', 'h.day_after_on') }} - {{ days_of_four_weeks() }}
            and w.period_start_on < {{ first_day_of('week', 'h.day_after_on') }}
    where w.grain = 'week'
),

persons as (
    select
        officer_id,
        weight_scheme,
        sum(active_cases_avg * days) / {{ days_of_four_weeks() }} as cases,
        100 * sum(workload_units_avg * days) / sum(capacity_units_avg * days) as workload_pct
    from weeks
    group by officer_id, weight_scheme
    having sum(capacity_units_avg * days) > 0
),

banded as (
    -- a hair's breadth keeps what equals a threshold from being above it
    select
        p.officer_id,
        p.weight_scheme,
        max(case when t.measure = 'active_cases' and t.threshold < p.cases - 1e-9 then t.threshold end)
            as cases_above,
        max(case when t.measure = 'workload_pct' and t.threshold < p.workload_pct - 1e-9 then t.threshold end)
            as pct_above
    from persons as p
    left join {{ ref('int_thresholds') }} as t on true
    group by p.officer_id, p.weight_scheme
),

places as (
    select distinct
        a.area_id,
        a.part_id,
        w.officer_id,
        w.weight_scheme
    from weeks as w
    inner join {{ ref('int_areas') }} as a on w.office_id = a.office_id and a.area_kind <> 'office'
    where w.capacity_units_avg > 0
)

select
    p.area_id,
    p.part_id,
    p.weight_scheme,
    b.cases_above,
    b.pct_above,
    count(*) as officers
from places as p
inner join banded as b on p.officer_id = b.officer_id and p.weight_scheme = b.weight_scheme
group by p.area_id, p.part_id, p.weight_scheme, b.cases_above, b.pct_above
order by p.area_id, p.part_id
