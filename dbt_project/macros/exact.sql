{#
  Units are decimals with ten places from the first product to the last sum, so that a change taken back
  leaves exactly nothing; they become double only just before a ratio or mean.
#}
{% macro exact(expression) -%}
    cast({{ expression }} as decimal(28, 10))
{%- endmacro %}

{# The exact sum of each column, under its own name. #}
{% macro exact_sums(columns) -%}
    {% for column in columns %}
        {{- exact('sum(' ~ column ~ ')') }} as {{ column }}{{ ',\n    ' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
