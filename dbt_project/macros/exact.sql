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

{#
  A running sum of whole numbers. Below 2^53 they are exact in double, whose running sum costs half of that
  of an integer; a test of the policy keeps the number of flags, the largest of them, under that.
#}
{% macro running_count(column, window) -%}
    cast(sum(cast({{ column }} as double)) over {{ window }} as bigint)
{%- endmacro %}
