{#
  Marts under further names. A mart whose properties (config, meta) list `views` is askable under each of them:

  name, description   of the view
  only                condition on the rows of the mart
  renamed             columns by another name
  without             columns that say nothing there
  weighed_again       whether a view with `_now` stands beside it, by the weights of as_of

  A mart may itself be `weighed_again`. Made when all models are there; nothing is stored twice.
#}
{% macro views_of_marts() %}
    {% if execute and flags.WHICH == 'build' %}
        {% for mart in graph.nodes.values() | selectattr('resource_type', 'equalto', 'model') %}
            {% set meta = mart.config.meta %}
            {% if (meta.views or meta.weighed_again) and adapter.get_relation(mart.database, mart.schema, mart.alias) %}
                {{ see_published() }};
                {% for view in meta.views or [] %}
                    {{ view_of(mart, view) }}
                {% endfor %}
                {% if meta.weighed_again %}
                    {{ weighed_again(mart, mart.alias, mart.description, mart.columns.values() | list) }}
                {% endif %}
                select 1;
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{# A view of a mart, and the one by the weights of today beside it. #}
{% macro view_of(mart, view) %}
    {% set columns = [] %}
    {% for column in mart.columns.values() if column.name not in view.without %}
        {% set name = (view.renamed or {}).get(column.name, column.name) %}
        {% set description = column.description if name == column.name else renamed_columns()[name] %}
        {% do columns.append({
            'name': name, 'description': description, 'asked': column.name ~ ' as ' ~ name
        }) %}
    {% endfor %}
    {{ described_view(mart, view.name, view.description, columns, mart.alias, view.only) }}
    {% if view.weighed_again %}
        {{ weighed_again(mart, view.name, view.description, columns) }}
    {% endif %}
{% endmacro %}

{# What the columns hold that views of several marts name anew. #}
{% macro renamed_columns() %}
    {{ return({
        'office_id': 'Office, by its id.',
        'month_start_on': 'First day of the calendar month.',
        'week_start_on': 'Monday of the ISO week.',
        'window_start_on': 'First day of the window.',
        'window_end_on': 'Last day of the window.'
    }) }}
{% endmacro %}

{# A view with the comments that pages show; columns: of each `name`, `description` and what is `asked`. #}
{% macro described_view(mart, name, description, columns, from, only='') %}
    {% set schema = mart.database ~ '.' ~ mart.schema %}
    create or replace view {{ schema }}.{{ name }} as
    select
        {% for column in columns %}
            {{ column.asked }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ mart.schema }}.{{ from }}
    {{ 'where ' ~ only if only }};
    comment on view {{ schema }}.{{ name }} is '{{ comment_text(description) }}';
    {% for column in columns %}
        comment on column {{ schema }}.{{ name }}.{{ column.name }} is '{{ comment_text(column.description) }}';
    {% endfor %}
{% endmacro %}

{% macro comment_text(description) -%}
    {{ description | trim | replace("'", "''") }}
{%- endmacro %}
