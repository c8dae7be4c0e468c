{# Mean per day of a sum over days, as double. #}
{% macro mean_per_day(day_sum) -%}
    cast({{ day_sum }} as double) / days
{%- endmacro %}

{# Workload as a percentage of capacity: a ratio of sums; null where there is no capacity. #}
{% macro workload_percentage(workload, capacity) -%}
    100 * {{ workload }} / nullif({{ capacity }}, 0)
{%- endmacro %}

{# Full-time equivalents that could still be given work, below 0 those that are short: capacity less work in units,
   by what one available full-time equivalent gives; null where there is no capacity. #}
{% macro room_in_fte(available_fte, workload, capacity) -%}
    {{ available_fte }} * (1 - {{ workload }} / nullif({{ capacity }}, 0))
{%- endmacro %}
