{#
  A period becomes two signed changes: what holds in it comes on its first day and goes on the first day
  after it. Joined to these two rows, a relation of periods is read once for both. Counts are doubles as well: sums
  of whole numbers become numbers of 128 bits, which take the database twenty times as long to read.
#}
{% macro beginning_and_end() -%}
    (select cast(1 as double) as sign union all select cast(-1 as double) as sign)
{%- endmacro %}

{# What comes at the beginning of a period and goes at its end. #}
{% macro signed(amount) -%}
    case when s.sign = 1 then {{ amount }} else -{{ amount }} end
{%- endmacro %}
