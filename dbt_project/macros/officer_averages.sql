{# Means per day of an officer in an office over the days of each month or week up to as_of. #}
{% macro officer_averages(grain) %}
with
{{ period_averages(
    ref('int_officer_changes'), grain, ['officer_key', 'office_key'],
    ['cases'] + scheme_columns(['units', 'capacity'])
) }},

per_scheme as (
    select
        p.officer_key,
        p.office_key,
        s.weight_scheme,
        p.period_start_on,
        p.days,
        p.cases_day_sum,
        {{ day_sums_of_scheme(['units', 'capacity']) }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    f.officer_id,
    o.office_id,
    p.weight_scheme,
    p.period_start_on as {{ grain }}_start_on,
    p.days,
    {{ mean_per_day('p.cases_day_sum') }} as active_cases_avg,
    {{ mean_per_day('p.units_day_sum') }} as workload_units_avg,
    {{ mean_per_day('p.capacity_day_sum') }} as capacity_units_avg,
    {{ workload_percentage('p.units_day_sum', 'p.capacity_day_sum') }} as workload_pct
from per_scheme as p
inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where p.cases_day_sum <> 0 or p.units_day_sum <> 0 or p.capacity_day_sum <> 0
{% endmacro %}
