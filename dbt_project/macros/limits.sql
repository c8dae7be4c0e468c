{# Limits of what is kept and shown, each in one place. #}

{# Up to so many cases every span of an officer is kept; spans of ten years of more would be most of the file. #}
{% macro cases_with_all_spans() -%} 1000000 {%- endmacro %}

{# Above that, spans of so many months up to as_of: two years show a year and the one before it. #}
{% macro months_of_spans() -%} 24 {%- endmacro %}

{# The weeks behind that pages show: half a year. #}
{% macro days_of_weeks_shown() -%} {{ 26 * 7 }} {%- endmacro %}

{# Four weeks: windows, runs and columns carry them in their names. #}
{% macro days_of_four_weeks() -%} {{ 4 * 7 }} {%- endmacro %}

{# The weeks ahead of a horizon of the policy. #}
{% macro horizon_weeks(horizon) %}
    {% set query %}
        select weeks from {{ ref('horizons') }} where horizon = '{{ horizon }}'
    {% endset %}
    {% set rows = run_query(query).rows if execute else [] %}
    {{ return((rows | first)[0] | int if rows else 1) }}
{% endmacro %}

{# Days without an officer: the first month, the first quarter, longer. Columns of fct_area_open_cases name them. #}
{% macro uncovered_days() %}
    {{ return({'month': 30, 'quarter': 90}) }}
{% endmacro %}

{#
  Age bands of cases, in months since the month in which they were received; the last has no end. Assumption: narrow
  where most cases end, wide where few do, so that offices have cases in each.
#}
{% macro age_bands() -%}
    {%- set bounds = [0, 1, 3, 6, 12, 18, 24, 36, 48, 60, 'null'] -%}
    (
        {%- for from_months in bounds[:-1] %}
            select
                {{ from_months }} as age_from_months,
                cast({{ bounds[loop.index] }} as int) as age_to_months
            {{ 'union all' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}
