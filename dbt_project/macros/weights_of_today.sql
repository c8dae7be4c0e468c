{# The marts that are asked a second time by the weights of as_of, under their name with `_now`. #}
{% macro marts_weighed_again() %}
    {{ return([
        'fct_officer_months', 'fct_officer_weeks', 'fct_office_months', 'fct_office_weeks',
        'fct_office_line_months', 'fct_office_line_weeks', 'fct_office_line_windows', 'fct_office_work_months',
        'fct_case_mix_months', 'fct_office_overload_months', 'fct_backlog_weeks',
        'fct_area_line_months', 'fct_area_line_windows'
    ]) }}
{% endmacro %}

{#
  A view <mart>_now beside each of them: the same columns and descriptions, and in the place of an amount its
  `_now`, where today's weights differ. Made when all models are there; nothing is stored twice.
#}
{% macro views_by_the_weights_of_today() %}
    {% if execute and flags.WHICH == 'build' %}
        {% for name in marts_weighed_again() %}
            {% set mart = graph.nodes.values() | selectattr('name', 'equalto', name) | first %}
            {% if mart and adapter.get_relation(mart.database, mart.schema, mart.alias) %}
                {{ see_published() }};
                {{ weighed_again(mart) }};
            {% endif %}
        {% endfor %}
    {% endif %}
{% endmacro %}

{% macro weighed_again(mart) %}
    {% set view = mart.database ~ '.' ~ mart.schema ~ '.' ~ mart.alias ~ '_now' %}
    {% set described = mart.columns.values() | rejectattr('name', 'in', now_columns(mart)) | list %}
    create or replace view {{ view }} as
    select
        {% for column in described %}
            {{ by_the_weights_of_today(column.name, mart) }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ mart.schema }}.{{ mart.alias }};
    comment on view {{ view }} is '{{ comment_text(mart.description ~ " By the weights of today.") }}';
    {% for column in described %}
        comment on column {{ view }}.{{ column.name }} is '{{ comment_text(column.description) }}';
    {% endfor %}
    select 1
{% endmacro %}

{# Names of the columns of a mart that hold an amount by the weights of today. #}
{% macro now_columns(mart) %}
    {% set found = [] %}
    {% for name in mart.columns if now_column(name) in mart.columns %}{% do found.append(now_column(name)) %}{% endfor %}
    {{ return(found) }}
{% endmacro %}

{# A column of the view: its `_now` where there is one and it is known. #}
{% macro by_the_weights_of_today(name, mart) -%}
    {%- if now_column(name) in mart.columns -%}
        coalesce({{ now_column(name) }}, {{ name }}) as {{ name }}
    {%- elif name == 'workload_pct' -%}
        case
            when workload_units_now_avg is null then workload_pct
            else {{ workload_percentage('workload_units_now_avg', 'capacity_units_avg') }}
        end as workload_pct
    {%- else -%}
        {{ name }}
    {%- endif -%}
{%- endmacro %}

{% macro comment_text(description) -%}
    {{ description | trim | replace("'", "''") }}
{%- endmacro %}
