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
    {%- endcall %}
    {% do persist_docs(made, model) %}
    {{ run_hooks(post_hooks) }}
    {{ adapter.commit() }}
    {{ return({'relations': [made]}) }}
{% endmacro %}
