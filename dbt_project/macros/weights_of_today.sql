{#
  A view <name>_now beside a mart or a view of it: the same columns and descriptions, and in the place of an amount
  its `_now`, where today's weights differ.
#}
{% macro weighed_again(mart, name, description, columns) %}
    {% set names = columns | map(attribute='name') | list %}
    {% set now_names, asked = [], [] %}
    {% for column in names if now_column(column) in names %}{% do now_names.append(now_column(column)) %}{% endfor %}
    {% for column in columns if column.name not in now_names %}
        {% do asked.append({
            'name': column.name, 'description': column.description,
            'asked': by_the_weights_of_today(column.name, now_names)
        }) %}
    {% endfor %}
    {{ described_view(mart, name ~ '_now', (description | trim) ~ ' By the weights of today.', asked, name) }}
{% endmacro %}

{# A column of the view: its `_now` where there is one and it is known. #}
{% macro by_the_weights_of_today(name, now_names) -%}
    {%- if now_column(name) in now_names -%}
        coalesce({{ now_column(name) }}, {{ name }}) as {{ name }}
    {%- elif name == 'workload_pct' -%}
        case
            when workload_units_now_avg is null then workload_pct
            else {{ workload_percentage('workload_units_now_avg', 'capacity_units_avg') }}
        end as workload_pct
    {%- elif name == 'room_fte_avg' -%}
        case
            when workload_units_now_avg is null then room_fte_avg
            else {{ room_in_fte('available_fte_avg', 'workload_units_now_avg', 'capacity_units_avg') }}
        end as room_fte_avg
    {%- else -%}
        {{ name }}
    {%- endif -%}
{%- endmacro %}
