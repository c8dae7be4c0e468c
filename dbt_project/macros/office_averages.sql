{#
  What the marts about offices average over a period or window, whatever else their rows are for. Each takes
  its row `p` from a CTE with <measure>_day_sum and `days`.
#}

{# The measures of int_office_changes that these marts read; those in units once per scheme. #}
{% macro office_measures() %}
    {% set units = scheme_columns(['units', 'capacity', 'waiting_units', 'uncovered_units']) %}
    {{ return(['active_cases', 'contract_fte', 'available_fte'] + units) }}
{% endmacro %}

{# The columns of means per day, workload and capacity last as their ratio. #}
{% macro office_means() -%}
    {{ mean_per_day('p.active_cases_day_sum') }} as active_cases_avg,
    {{ mean_per_day('p.units_day_sum') }} as workload_units_avg,
    {{ mean_per_day('p.capacity_day_sum') }} as capacity_units_avg,
    {{ mean_per_day('p.uncovered_units_day_sum') }} as uncovered_units_avg,
    {{ mean_per_day('p.waiting_units_day_sum') }} as waiting_units_avg,
    {{ mean_per_day('p.contract_fte_day_sum') }} as contract_fte_avg,
    {{ mean_per_day('p.available_fte_day_sum') }} as available_fte_avg,
    {{ workload_percentage('p.units_day_sum', 'p.capacity_day_sum') }} as workload_pct
{%- endmacro %}

{# True of a row in which anything is other than nothing. #}
{% macro office_has_figures() -%}
    p.active_cases_day_sum <> 0
    or p.units_day_sum <> 0
    or p.capacity_day_sum <> 0
    or p.contract_fte_day_sum <> 0
    or p.waiting_units_day_sum <> 0
    or p.uncovered_units_day_sum <> 0
{%- endmacro %}

{# Means per day of an office, or of its parts by more keys, over each month or week up to as_of. #}
{% macro office_averages(grain, more_keys=[]) %}
with
{{ period_averages(ref('int_office_changes'), grain, ['office_key'] + more_keys, office_measures()) }},

per_scheme as (
    select
        p.office_key,
        {% for key in more_keys %}p.{{ key }},
        {% endfor -%}
        s.weight_scheme,
        p.period_start_on,
        p.days,
        p.active_cases_day_sum,
        p.contract_fte_day_sum,
        p.available_fte_day_sum,
        {{ day_sums_of_scheme(['units', 'capacity', 'waiting_units', 'uncovered_units']) }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    o.office_id,
    {% for key in more_keys %}p.{{ key }},
    {% endfor -%}
    p.weight_scheme,
    p.period_start_on as {{ grain }}_start_on,
    p.days,
    {{ office_means() }}
from per_scheme as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where {{ office_has_figures() }}
{% endmacro %}
