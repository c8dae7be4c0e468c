{#
  Inside the models units and FTE are counted in whole thousand-millionths, their `parts`, held in doubles:
  whole numbers below 2^53 (9 million units) add up exactly there in any order, so that a change taken back
  leaves exactly nothing, at less than half of what sums of decimals cost. Marts show units again.
#}
{% macro parts_in_a_unit() -%} 1000000000 {%- endmacro %}

{% macro parts_of(units) -%}
    cast(round(cast({{ units }} as decimal(26, 14)) * {{ parts_in_a_unit() }}, 0) as double)
{%- endmacro %}

{% macro units_of(parts) -%}
    ({{ parts }}) / {{ parts_in_a_unit() }}
{%- endmacro %}

{#
  Capacity is counted finer than work where the service is small enough: what stands under a fraction needs
  more places than what stands above it. At least as fine as work.
#}
{% macro capacity_digits() %}
    {% set grain = ref('int_capacity_grain') %}
    {% if not execute %}{{ return(9) }}{% endif %}
    {{ return(run_query('select digits from ' ~ grain).columns[0].values()[0] | int) }}
{% endmacro %}

{% macro capacity_parts_of(units) -%}
    cast(round(cast({{ units }} as decimal(26, 14)) * {{ 10 ** capacity_digits() }}, 0) as double)
{%- endmacro %}

{% macro capacity_units_of(parts) -%}
    ({{ parts }}) / {{ 10 ** capacity_digits() }}
{%- endmacro %}

{# Parts of work as they are compared with parts of capacity. #}
{% macro against_capacity(work_parts) -%}
    ({{ work_parts }} * {{ 10 ** (capacity_digits() - 9) }})
{%- endmacro %}

{# The parts of a shared amount; whole again, so that what comes and what goes are the same. #}
{% macro share_of(parts, share_parts) -%}
    round({{ parts }} * ({{ share_parts }} / {{ parts_in_a_unit() }}), 0)
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
