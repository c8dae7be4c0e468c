{#
  One row per whole number below 10 to the power of `digits`, as `number`. Digits crossed with digits: every
  engine can, and none of the functions that make a series is known to all.
#}
{% macro numbers(digits) -%}
    select
        {%- for place in range(digits) %}
        {{ '+ ' if not loop.first }}{{ 10 ** place }} * d{{ place }}.digit
        {%- endfor %} as number
    from {{ ten_digits() }} as d0
    {%- for place in range(1, digits) %}
    cross join {{ ten_digits() }} as d{{ place }}
    {%- endfor %}
{%- endmacro %}

{% macro ten_digits() -%}
    (
        {%- for digit in range(10) -%}
            select {{ digit }} as digit {{ 'union all ' if not loop.last }}
        {%- endfor -%}
    )
{%- endmacro %}
