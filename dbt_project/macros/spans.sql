{#
  Longest periods in which neither cases, work nor capacity of an officer in an office change, per scheme.

  weights   then: work by the weights valid on each day; now: by those of as_of
#}
{% macro spans_of(weights) -%}
{% set balances, status = within_published(ref('int_kept_balances')), within_published(ref('dim_status')) %}
with per_scheme as (
    {% for scheme in schemes() %}
        select
            officer_id,
            office_id,
            '{{ scheme.weight_scheme }}' as weight_scheme,
            valid_from,
            active_cases,
            workload_units_{{ scheme.scheme_key if weights == 'then' else scheme.now_key }} as workload_units,
            capacity_units_{{ scheme.scheme_key }} as capacity_units
        from {{ balances }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

compared as (
    -- a day on which nothing changes under a scheme starts no span of that scheme
    select
        *,
        lag(active_cases) over by_day as cases_before,
        lag(workload_units) over by_day as work_before,
        lag(capacity_units) over by_day as capacity_before
    from per_scheme
    window by_day as (partition by officer_id, office_id, weight_scheme order by valid_from)
),

spans as (
    select
        officer_id,
        office_id,
        weight_scheme,
        valid_from,
        coalesce(
            lead(valid_from) over (partition by officer_id, office_id, weight_scheme order by valid_from),
            (select as_of + 1 from {{ status }})
        ) as valid_to,
        active_cases,
        workload_units,
        capacity_units
    from compared
    where
        cases_before is null
        or active_cases <> cases_before
        or workload_units <> work_before
        or capacity_units <> capacity_before
)

select
    officer_id,
    office_id,
    weight_scheme,
    valid_from,
    valid_to,
    active_cases,
    workload_units,
    capacity_units,
    {{ workload_percentage('workload_units', 'capacity_units') }} as workload_pct
from spans
where active_cases <> 0 or workload_units <> 0 or capacity_units <> 0
{%- endmacro %}
