{#
  Weight schemes are data, yet stay columns until the last step: every case is then read once for all
  schemes. Column `units_2` holds what scheme 2 of int_weight_schemes gives.
#}

{# The keys 1..n of the schemes in the policy; empty while dbt parses. #}
{% macro scheme_keys() %}
    {% set schemes = ref('int_weight_schemes') %}
    {% if not execute %}{{ return([]) }}{% endif %}
    {% set rows = run_query('select scheme_key from ' ~ schemes ~ ' order by scheme_key') %}
    {{ return(rows.columns[0].values() | list) }}
{% endmacro %}

{# The column names <stem>_1 .. <stem>_n of each stem in turn. #}
{% macro scheme_columns(stems) %}
    {% set columns = [] %}
    {% for stem in stems %}
        {% for key in scheme_keys() %}{% do columns.append(stem ~ '_' ~ key) %}{% endfor %}
    {% endfor %}
    {{ return(columns) }}
{% endmacro %}

{# From columns to rows: the value that belongs to the scheme of the joined row `scheme_key`. #}
{% macro of_scheme(stem) -%}
    case scheme_key {% for key in scheme_keys() %}when {{ key }} then {{ stem }}_{{ key }} {% endfor %}end
{%- endmacro %}

{# The summed measures <stem>_<key>_day_sum of a row of period_averages, for the scheme of the joined row. #}
{% macro day_sums_of_scheme(stems) -%}
    {%- for stem in stems %}
        case scheme_key
            {%- for key in scheme_keys() %} when {{ key }} then {{ stem }}_{{ key }}_day_sum{% endfor %}
        end as {{ stem }}_day_sum{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
