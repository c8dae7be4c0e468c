{#
  Weight schemes are data, yet stay columns until the last step: every case is then read once for all of
  them. Capacity has a column per scheme, work one per weighing: a scheme by the weights valid on each day
  (then), and once more by those of as_of (now) where its weights changed. int_weight_schemes and
  int_weighings number them; column `work_parts_2` holds what weighing 2 gives.
#}

{# The schemes of the policy with the numbers of their columns; while dbt parses, one without a name. #}
{% macro schemes() %}
    {% set found = [] %}
    {% set query %}
        select weight_scheme, scheme_key, now_key, cast(full_time_capacity as double) as full_time_capacity
        from {{ ref('int_weight_schemes') }}
        order by scheme_key
    {% endset %}
    {% set rows = run_query(query).rows if execute else [] %}
    {% for row in rows %}
        {% do found.append({
            'weight_scheme': row[0], 'scheme_key': row[1] | int, 'now_key': row[2] | int,
            'full_time_capacity': row[3]
        }) %}
    {% endfor %}
    {{ return(found or [{'weight_scheme': '', 'scheme_key': 1, 'now_key': 1, 'full_time_capacity': 1}]) }}
{% endmacro %}

{# The keys 1..n of the schemes in the policy; empty while dbt parses. #}
{% macro scheme_keys() %}
    {{ return(keys_in(ref('int_weight_schemes'), 'scheme_key')) }}
{% endmacro %}

{# The keys 1..m of the weighings; empty while dbt parses. #}
{% macro weighing_keys() %}
    {{ return(keys_in(ref('int_weighings'), 'weighing_key')) }}
{% endmacro %}

{% macro keys_in(relation, key) %}
    {% if not execute %}{{ return([]) }}{% endif %}
    {% set rows = run_query('select ' ~ key ~ ' from ' ~ relation ~ ' order by ' ~ key) %}
    {{ return(rows.columns[0].values() | list) }}
{% endmacro %}

{# The column names <stem>_1 .. <stem>_n of each stem in turn, one per scheme. #}
{% macro scheme_columns(stems) %}
    {{ return(numbered_columns(stems, scheme_keys())) }}
{% endmacro %}

{# The same, one per weighing. #}
{% macro weighing_columns(stems) %}
    {{ return(numbered_columns(stems, weighing_keys())) }}
{% endmacro %}

{% macro numbered_columns(stems, keys) %}
    {% set columns = [] %}
    {% for stem in stems %}
        {% for key in keys %}{% do columns.append(stem ~ '_' ~ key) %}{% endfor %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}

{# From columns to rows: the column <stem>_<key><suffix> whose number the joined row `s` holds. #}
{% macro of_scheme(stem, suffix='') -%}
    {{ column_of('s.scheme_key', scheme_keys(), stem, suffix) }}
{%- endmacro %}

{% macro of_weighing(stem, suffix='') -%}
    {{ column_of('s.scheme_key', weighing_keys(), stem, suffix) }}
{%- endmacro %}

{# The same by the weights of today, empty where these give the same because they never changed. #}
{% macro of_weighing_now(stem, suffix='') -%}
    case when s.now_key <> s.scheme_key then {{ column_of('s.now_key', weighing_keys(), stem, suffix) }} end
{%- endmacro %}

{% macro column_of(number, keys, stem, suffix) -%}
    case {{ number }} {% for key in keys %}when {{ key }} then {{ stem }}_{{ key }}{{ suffix }} {% endfor %}end
{%- endmacro %}

{# The number of the capacity that a weighing is compared with: today's weights change work, not capacity. #}
{% macro scheme_key_of(weighing_key) %}
    {% for scheme in schemes() if weighing_key in (scheme.scheme_key, scheme.now_key) %}
        {{ return(scheme.scheme_key) }}
    {% endfor %}
    {{ return(1) }}
{% endmacro %}
