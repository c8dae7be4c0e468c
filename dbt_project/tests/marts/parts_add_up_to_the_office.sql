-- the same work three ways, behind and ahead: by work type, by service line and by officer
{% set known = "grain in ('month', 'week_ahead')" %}
with parts as (
    select
        'work types' as part,
        grain,
        office_id,
        weight_scheme,
        period_start_on,
        active_cases_avg,
        workload_units_avg,
        cast(null as double) as capacity_units_avg
    from {{ ref('fct_office_work_periods') }}
    where {{ known }}
    union all
    select
        'service lines' as part,
        grain,
        area_id as office_id,
        weight_scheme,
        period_start_on,
        active_cases_avg,
        workload_units_avg,
        capacity_units_avg
    from {{ ref('fct_area_line_periods') }}
    where {{ known }} and area_kind = 'office'
    union all
    -- two officers on a case carry one case: officers' cases do not add up
    select
        'officers' as part,
        grain,
        office_id,
        weight_scheme,
        period_start_on,
        cast(null as double) as active_cases_avg,
        workload_units_avg,
        capacity_units_avg
    from {{ ref('fct_officer_periods') }}
    where {{ known }}
),

added as (
    select
        part,
        grain,
        office_id,
        weight_scheme,
        period_start_on,
        sum(active_cases_avg) as active_cases_avg,
        sum(workload_units_avg) as workload_units_avg,
        sum(capacity_units_avg) as capacity_units_avg
    from parts
    group by part, grain, office_id, weight_scheme, period_start_on
),

kinds as (
    {% for part, has_cases, has_capacity in (
        ('work types', true, false), ('service lines', true, true), ('officers', false, true)
    ) %}
        select
            '{{ part }}' as part,
            {{ has_cases }} as has_cases,
            {{ has_capacity }} as has_capacity
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

wholes as (
    select
        k.part,
        k.has_cases,
        k.has_capacity,
        o.*
    from {{ ref('fct_office_periods') }} as o
    cross join kinds as k
    where o.{{ known }}
)

select
    coalesce(o.part, p.part) as part,
    coalesce(o.grain, p.grain) as grain,
    coalesce(o.office_id, p.office_id) as office_id,
    coalesce(o.weight_scheme, p.weight_scheme) as weight_scheme,
    coalesce(o.period_start_on, p.period_start_on) as period_start_on,
    o.workload_units_avg,
    p.workload_units_avg as parts_workload_units_avg
from wholes as o
full outer join added as p
    on
        o.part = p.part
        and o.grain = p.grain
        and o.office_id = p.office_id
        and o.weight_scheme = p.weight_scheme
        and o.period_start_on = p.period_start_on
where
    {% for amount, counts in (
        ('workload_units_avg', 'true'),
        ('active_cases_avg', 'coalesce(o.has_cases, p.active_cases_avg is not null)'),
        ('capacity_units_avg', 'coalesce(o.has_capacity, p.capacity_units_avg is not null)')
    ) %}
        {{ 'or ' if not loop.first }}(
            {{ counts }}
            and abs(coalesce(o.{{ amount }}, 0) - coalesce(p.{{ amount }}, 0))
            > 1e-6 * (1 + abs(coalesce(o.{{ amount }}, p.{{ amount }})))
        )
    {% endfor %}
