{# What marts that are views of stored sums ask of them. #}

{# What a column of a mart is, in the columns of its sums; `k` numbers the work, `s` the capacity. #}
{% macro asked_amounts(scheme) %}
    {% set k, s, now = scheme.scheme_key, scheme.scheme_key, scheme.now_key %}
    {% set amounts = {
        'active_cases_avg': 'case_days / days',
        'workload_units_avg': 'workload_unit_days_' ~ k ~ ' / days',
        'capacity_units_avg': 'capacity_unit_days_' ~ s ~ ' / days',
        'workload_pct': workload_percentage('workload_unit_days_' ~ k, 'capacity_unit_days_' ~ s),
        'waiting_units_avg': 'waiting_unit_days_' ~ k ~ ' / days',
        'uncovered_units_avg': 'uncovered_unit_days_' ~ k ~ ' / days',
        'contract_fte_avg': 'contract_fte_days / days',
        'available_fte_avg': 'available_fte_days / days',
        'room_fte_avg': room_in_fte(
            'available_fte_days / days', 'workload_unit_days_' ~ k, 'capacity_unit_days_' ~ s
        ),
        'reduced_fte_avg': '(contract_fte_days - available_fte_days) / days',
        'uncounted_fte_avg': 'available_fte_days / days - capacity_unit_days_' ~ s ~ ' / days / '
            ~ scheme.full_time_capacity,
        'tasks_open_avg': 'task_days_' ~ k ~ ' / days',
        'waiting_units': 'waiting_units_' ~ k,
        'uncovered_units': 'uncovered_units_' ~ k
    } %}
    {# by the weights of as_of, empty where these never changed: <amount>_now, the unit last #}
    {% for amount, stored in amounts.items() | list if '_' ~ k in stored and 'capacity' not in stored %}
        {% set by_today = stored | replace('_' ~ k, '_' ~ now) if now != k else 'cast(null as double)' %}
        {% do amounts.update({now_column(amount): by_today}) %}
    {% endfor %}
    {{ return(amounts) }}
{% endmacro %}

{# workload_units_avg -> workload_units_now_avg, waiting_units -> waiting_units_now. #}
{% macro now_column(column) -%}
    {{ return(column[:-4] ~ '_now_avg' if column.endswith('_avg') else column ~ '_now') }}
{%- endmacro %}

{#
  The rows of a mart: for each scheme the rows of its sums in which it has anything.

  sums       relation of the sums, as the mart names it
  columns    columns of the mart in order: amounts of `asked_amounts`, else columns or expressions `x as y`
  amounts    stems of the sums of which at least one is not 0; those of weighings by either weights
  only       condition on the rows of the sums
#}
{% macro asked_of(sums, columns, amounts=[], only='') -%}
    {%- for scheme in schemes() %}
        {%- set known = asked_amounts(scheme) %}
select
    {% for column in columns -%}
        {% if column == 'weight_scheme' -%}
            '{{ scheme.weight_scheme }}' as weight_scheme
        {%- else -%}
            {{ known[column] ~ ' as ' ~ column if column in known else column }}
        {%- endif -%}
        {{ ',\n    ' if not loop.last }}
    {%- endfor %}
from {{ sums }}
{% set conditions = ([only] if only else []) + ([has_any(amounts, scheme)] if amounts else []) %}
{%- if conditions %}where {{ conditions | join('\n    and ') }}
{% endif %}
        {{- 'union all' if not loop.last }}
    {%- endfor %}
{%- endmacro %}

{# True of a row of sums that holds anything of a scheme. #}
{% macro has_any(amounts, scheme) -%}
    {%- set columns = [] %}
    {%- for stem in amounts %}
        {%- if stem in ('case_days', 'contract_fte_days', 'available_fte_days') %}
            {%- do columns.append(stem) %}
        {%- elif stem == 'capacity_unit_days' %}
            {%- do columns.append(stem ~ '_' ~ scheme.scheme_key) %}
        {%- else %}
            {%- for key in [scheme.scheme_key, scheme.now_key] | unique %}
                {%- do columns.append(stem ~ '_' ~ key) %}
            {%- endfor %}
        {%- endif %}
    {%- endfor -%}
    ({{ columns | join(' <> 0 or ') }} <> 0)
{%- endmacro %}

{# What an office or area may have of a scheme; a row without any of it is left out. #}
{% macro office_amounts() %}
    {{ return([
        'case_days', 'capacity_unit_days', 'contract_fte_days', 'workload_unit_days', 'waiting_unit_days',
        'uncovered_unit_days'
    ]) }}
{% endmacro %}
