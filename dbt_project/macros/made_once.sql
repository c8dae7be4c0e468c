{#
  Tables and views made under their own name. A build begins with empty files that nobody reads yet, so nothing
  need be made under another name, swapped and dropped, which costs as much as most of the models do.
#}
{% materialization table, adapter='duckdb' -%}
    {{ return(made_once('table')) }}
{%- endmaterialization %}

{% materialization view, adapter='duckdb' -%}
    {{ return(made_once('view')) }}
{%- endmaterialization %}

{% macro made_once(kind) %}
    {% set made = this.incorporate(type=kind) %}
    {% do drop_relation_if_exists(load_cached_relation(this)) %}
    {{ run_hooks(pre_hooks) }}
    {% call statement('main') -%}
        {{ create_table_as(False, made, compiled_code) if kind == 'table' else get_create_view_as_sql(made, compiled_code) }}
        {{ comments_on(made, kind) }}
    {%- endcall %}
    {{ run_hooks(post_hooks) }}
    {{ adapter.commit() }}
    {{ return({'relations': [made]}) }}
{% endmacro %}

{#
  What `persist_docs` asks for, in the statement that makes the relation. dbt would look up the columns twice, in
  which it spends as long as in a fifth of the models; a contract already holds that all of them are there.
#}
{% macro comments_on(made, kind) %}
    {% if config.persist_relation_docs() and model.description %}
        comment on {{ kind }} {{ made }} is '{{ comment_text(model.description) }}';
    {% endif %}
    {% if config.persist_column_docs() %}
        {% for column in model.columns.values() if column.description %}
            comment on column {{ made }}.{{ column.name }} is '{{ comment_text(column.description) }}';
        {% endfor %}
    {% endif %}
{% endmacro %}
