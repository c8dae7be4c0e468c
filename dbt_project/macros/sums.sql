{#
  What is stored, and what is asked of it.

  The published file holds sums over the days of a period (schema `sums`): one row for all weighings, whose
  units are columns, <stem>_<weighing>. The marts are views of these rows: one per weight scheme, sums divided
  by days, work by capacity. Sums have few digits and are stored once, means and percentages have many and are
  never stored.
#}

{# Day sums of period_averages in units, a column per weighing: <name>_<key>. #}
{% macro stored_work(name, parts) -%}
    {%- for key in weighing_keys() %}
    {{ units_of('p.' ~ parts ~ '_' ~ key ~ '_day_sum') }} as {{ name }}_{{ key }},
    {%- endfor %}
{%- endmacro %}

{# The same of capacity, a column per scheme. #}
{% macro stored_capacity() -%}
    {%- set digits = capacity_digits() %}
    {%- for key in scheme_keys() %}
    p.capacity_parts_{{ key }}_day_sum / {{ 10 ** digits }} as capacity_unit_days_{{ key }},
    {%- endfor %}
{%- endmacro %}

{# True of a row in which any of the columns is other than nothing. #}
{% macro any_of(columns) -%}
    {{ columns | join(' <> 0 or ') }} <> 0
{%- endmacro %}

{# A stored relation as a view in the same file names it: readers open the file under any name. #}
{% macro within_published(relation) -%}
    {{ relation if relation is string else relation.include(database=false) }}
{%- endmacro %}

{# While it is built, too, the file is one of several: its relations are found without its name. #}
{% macro see_published() -%}
    {{ "set search_path = 'work.main,published.marts,published.sums'" if target.type == 'duckdb' }}
{%- endmacro %}
