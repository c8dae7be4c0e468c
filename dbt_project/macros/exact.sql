{#
  Inside the models units and FTE are counted in whole hundred-millionths, their `parts`, held in doubles:
  whole numbers below 2^53 (90 million units) add up exactly there in any order, so that a change taken back
  leaves exactly nothing, at less than half of what sums of decimals cost. Marts show units again.
#}
{% macro parts_of(units) -%}
    cast(round(cast({{ units }} as decimal(26, 14)) * 100000000, 0) as double)
{%- endmacro %}

{% macro units_of(parts) -%}
    ({{ parts }}) / 100000000
{%- endmacro %}

{# The parts of a shared amount; whole again, so that what comes and what goes are the same. #}
{% macro share_of(parts, share_parts) -%}
    round({{ parts }} * ({{ share_parts }} / 100000000), 0)
{%- endmacro %}

{# The sum of each column, under its own name. #}
{% macro sums_of(columns) -%}
    {% for column in columns %}
        {{- 'sum(' ~ column ~ ') as ' ~ column }}{{ ',\n    ' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{# A running sum of whole numbers: taken in double, where it is exact and cheap. #}
{% macro running_count(column, window) -%}
    cast(sum(cast({{ column }} as double)) over {{ window }} as bigint)
{%- endmacro %}
