{# Means per day of an officer in an office over the days of each period of a grain (see period_averages). #}
{% macro officer_averages(grain) %}
with
{{ period_averages(
    ref('int_officer_changes'), grain, ['officer_key', 'office_key'],
    ['cases'] + weighing_columns(['work_parts']) + scheme_columns(['capacity_parts'])
) }},

per_scheme as (
    select
        p.officer_key,
        p.office_key,
        s.weight_scheme,
        p.period_start_on,
        p.days,
        p.cases_day_sum,
        {{ day_sums_of_weighing(['work_parts']) }},
        {{ day_sums_of_scheme(['capacity_parts']) }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    f.officer_id,
    o.office_id,
    p.weight_scheme,
    p.period_start_on as {{ start_column(grain) }},
    p.days,
    {{ mean_per_day('p.cases_day_sum') }} as active_cases_avg,
    {{ mean_units_per_day('p.work_parts_day_sum') }} as workload_units_avg,
    {{ capacity_units_of('p.capacity_parts_day_sum') }} / days as capacity_units_avg,
    {{ workload_percentage(against_capacity('p.work_parts_day_sum'), 'p.capacity_parts_day_sum') }} as workload_pct
    {%- if grain != 'week_ahead' %},
    {{ mean_units_per_day('p.work_parts_now_day_sum') }} as workload_units_now_avg
    {%- endif %}
from per_scheme as p
inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where
    p.cases_day_sum <> 0
    or p.work_parts_day_sum <> 0
    or p.capacity_parts_day_sum <> 0
    or p.work_parts_now_day_sum <> 0
{%- if grain == 'week_ahead' %}
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, p.weight_scheme, f.officer_id, p.period_start_on
{%- endif %}
{% endmacro %}

{# The name of the column that holds a period's first day; a period ahead is a week as well. #}
{% macro start_column(grain) -%}
    {{ 'month_start_on' if grain == 'month' else 'week_start_on' }}
{%- endmacro %}
