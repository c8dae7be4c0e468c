{#
  A period becomes two signed changes: what holds in it comes on its first day and goes on the first day
  after it. Joined to these two rows, a relation of periods is read once for both.
#}
{% macro beginning_and_end() -%}
    (select 1 as sign union all select -1 as sign)
{%- endmacro %}

{# What comes at the beginning of a period and goes at its end. #}
{% macro signed(amount) -%}
    case when s.sign = 1 then {{ amount }} else -{{ amount }} end
{%- endmacro %}
