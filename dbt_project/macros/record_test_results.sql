{# Keeps what the tests of this build said in the published file, for the page about the data. #}
{% macro record_test_results(results) %}
    {% if execute and flags.WHICH == 'build' %}
        {% set tests = [] %}
        {% for result in results if result.node.resource_type == 'test' %}
            {% do tests.append(result) %}
        {% endfor %}
        {% set home = graph.nodes.values() | selectattr('name', 'equalto', 'fct_test_results') | first %}
        {% if tests and home and adapter.get_relation(home.database, home.schema, home.alias) %}
            insert into {{ home.database }}.{{ home.schema }}.{{ home.alias }} values
            {% for result in tests %}
                (
                    '{{ result.node.name | replace("'", "") }}',
                    '{{ result.node.attached_node.split(".") | last if result.node.attached_node else "" }}',
                    '{{ result.status }}',
                    {{ result.failures or 0 }},
                    {{ result.execution_time | round(3) }}
                ){{ ',' if not loop.last }}
            {% endfor %}
        {% endif %}
    {% endif %}
{% endmacro %}
