{#
  The bounds at which rows of policy tables begin or end, each once, in one column.

  columns   for each table the columns that hold its bounds
  bound     name of the column
  others    further columns of the tables that a bound is for, such as the weight scheme
#}
{% macro bounds_of(columns, bound, others=[]) -%}
    {%- for table, names in columns.items() %}
        {%- set is_last_table = loop.last %}
        {%- for name in names %}
    select
        {% for other in others %}{{ other }},
        {% endfor %}{{ name }} as {{ bound }}
    from {{ ref(table) }}
    where {{ name }} is not null
    {{ 'union distinct' if not (is_last_table and loop.last) }}
        {%- endfor %}
    {%- endfor %}
{%- endmacro %}
