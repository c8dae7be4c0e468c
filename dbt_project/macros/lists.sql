{#
Rows of a group as one list of structs, in the order of the first column, and one column out of such a list.

One list of structs, put in order afterwards, needs a fraction of the memory that an ordered list per column
takes: DuckDB reserves a page per ordered list and group, however short the list.
#}
{% macro rows_in_order(columns) %}
list_sort(array_agg(struct_pack({% for name, value in columns.items() -%}
    {{ name }} := {{ value }}{% if not loop.last %}, {% endif %}
{%- endfor %})))
{%- endmacro %}

{% macro of_rows(rows, name) -%}
list_transform({{ rows }}, lambda one: one.{{ name }})
{%- endmacro %}
