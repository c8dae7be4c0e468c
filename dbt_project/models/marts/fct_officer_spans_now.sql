{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per officer, office, weight scheme and longest period in which, by the weights of today,
-- nothing changes.
{% set columns = [
    'officer_id', 'office_id', 'weight_scheme', 'valid_from', 'valid_to', 'active_cases', 'workload_units',
    'capacity_units', 'workload_pct'
] %}
select {{ columns | join(', ') }}
from {{ within_published(ref('fct_officer_spans')) }}
where
    weight_scheme in (
        select weight_scheme
        from {{ within_published(ref('dim_weight_schemes')) }}
        where not has_changed
    )
union all
select {{ columns | join(', ') }}
from {{ within_published(ref('fct_officer_spans_reweighed')) }}
