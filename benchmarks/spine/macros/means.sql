{# The schemes whose columns _1 .. _4 are. #}
{% macro schemes() %}{{ return(['fl_type_phase', 'wmt_tier', 'risk_4_2_1', 'count']) }}{% endmacro %}

{# Means per calendar day of a period, one row per scheme, of rows per day `from_days`. #}
{% macro period_means(from_days, grain, keys) %}
with periods as (
    select
        cast(date_trunc('{{ grain }}', day_on) as date) as {{ grain }}_start_on,
        count(*) as days
    from {{ ref('days') }}
    group by all
),

sums as (
    select
        {{ keys | join(', ') }},
        cast(date_trunc('{{ grain }}', day_on) as date) as {{ grain }}_start_on,
        sum(cases) as cases,
        {% for scheme in range(1, 5) %}
            sum(units_{{ scheme }}) as units_{{ scheme }},
            sum(capacity_{{ scheme }}) as capacity_{{ scheme }}{{ ',' if not loop.last }}
        {% endfor %}
    from {{ from_days }}
    group by all
)

{% for scheme in schemes() %}
    select
        {{ keys | join(', ') }},
        '{{ scheme }}' as weight_scheme,
        s.{{ grain }}_start_on,
        p.days,
        s.cases / p.days as active_cases_avg,
        s.units_{{ loop.index }} / p.days as workload_units_avg,
        s.capacity_{{ loop.index }} / p.days as capacity_units_avg,
        100 * s.units_{{ loop.index }} / nullif(s.capacity_{{ loop.index }}, 0) as workload_pct
    from sums as s
    inner join periods as p using ({{ grain }}_start_on)
    {{ 'union all' if not loop.last }}
{% endfor %}
{% endmacro %}
