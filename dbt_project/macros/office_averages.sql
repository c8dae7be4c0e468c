{#
  What the marts about offices average over a period or window, whatever else their rows are for. Each takes
  its row `p` from a CTE with <measure>_day_sum and `days`.
#}

{# The measures of int_office_changes that these marts read. #}
{% macro office_measures() %}
    {% set work = weighing_columns(['work_parts', 'waiting_parts', 'uncovered_parts']) %}
    {% set capacity = ['contract_fte_parts', 'available_fte_parts'] + scheme_columns(['capacity_parts']) %}
    {{ return(['active_cases'] + work + capacity) }}
{% endmacro %}

{# The day sums of a row `p` for the scheme of the joined row `s`. #}
{% macro office_day_sums() -%}
    p.active_cases_day_sum,
    p.contract_fte_parts_day_sum,
    p.available_fte_parts_day_sum,
    {{ day_sums_of_weighing(['work_parts', 'waiting_parts', 'uncovered_parts']) }},
    {{ day_sums_of_scheme(['capacity_parts']) }}
{%- endmacro %}

{# The columns of means per day, workload and capacity last as their ratio. #}
{% macro office_means() -%}
    {{ mean_per_day('p.active_cases_day_sum') }} as active_cases_avg,
    {{ mean_units_per_day('p.work_parts_day_sum') }} as workload_units_avg,
    {{ capacity_units_of('p.capacity_parts_day_sum') }} / days as capacity_units_avg,
    {{ mean_units_per_day('p.uncovered_parts_day_sum') }} as uncovered_units_avg,
    {{ mean_units_per_day('p.waiting_parts_day_sum') }} as waiting_units_avg,
    {{ mean_units_per_day('p.contract_fte_parts_day_sum') }} as contract_fte_avg,
    {{ mean_units_per_day('p.available_fte_parts_day_sum') }} as available_fte_avg,
    {{ workload_percentage(against_capacity('p.work_parts_day_sum'), 'p.capacity_parts_day_sum') }} as workload_pct
{%- endmacro %}

{# The units by the weights of today, empty where they never changed. #}
{% macro office_means_now() -%}
    {{ mean_units_per_day('p.work_parts_now_day_sum') }} as workload_units_now_avg,
    {{ mean_units_per_day('p.uncovered_parts_now_day_sum') }} as uncovered_units_now_avg,
    {{ mean_units_per_day('p.waiting_parts_now_day_sum') }} as waiting_units_now_avg
{%- endmacro %}

{# True of a row in which anything is other than nothing. #}
{% macro office_has_figures() -%}
    p.active_cases_day_sum <> 0
    or p.capacity_parts_day_sum <> 0
    or p.contract_fte_parts_day_sum <> 0
    {% for stem in ('work_parts', 'waiting_parts', 'uncovered_parts') -%}
        or p.{{ stem }}_day_sum <> 0
        or p.{{ stem }}_now_day_sum <> 0
    {% endfor %}
{%- endmacro %}

{# Means per day of an office, or of its parts by more keys, over each period of a grain. #}
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
        {{ office_day_sums() }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    o.office_id,
    {% for key in more_keys %}p.{{ key }},
    {% endfor -%}
    p.weight_scheme,
    p.period_start_on as {{ start_column(grain) }},
    p.days,
    {{ office_means() }}
    {%- if grain != 'week_ahead' %},
    {{ office_means_now() }}
    {%- endif %}
from per_scheme as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where {{ office_has_figures() }}
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, {% for key in more_keys %}p.{{ key }}, {% endfor %}p.weight_scheme, p.period_start_on
{% endmacro %}
