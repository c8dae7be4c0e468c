{#
  What decides the weight of a case, as digits of one number below 2^52: its running sum then costs one sum
  instead of five. A test keeps each digit below its base.
#}
{% macro state_digits() %}
    {{ return([('risk', 1024), ('office', 65536), ('month', 256), ('policy', 1024), ('officer', 256)]) }}
{% endmacro %}

{# The number whose digits are the columns <digit>_step; steps are signed, their running sums are not. #}
{% macro state_step() -%}
    {% set place = namespace(value=1) -%}
    {% for digit, base in state_digits() -%}
        cast({{ digit }}_step as double) * {{ place.value }}{{ ' + ' if not loop.last }}
        {%- set place.value = place.value * base -%}
    {%- endfor %}
{%- endmacro %}

{# One digit of a state number. #}
{% macro state_digit(number, wanted) -%}
    {% set place = namespace(value=1) -%}
    {% for digit, base in state_digits() -%}
        {% if digit == wanted -%}
            cast(floor({{ number }} / {{ place.value }}) as bigint) % {{ base }}
        {%- endif -%}
        {%- set place.value = place.value * base -%}
    {%- endfor %}
{%- endmacro %}
