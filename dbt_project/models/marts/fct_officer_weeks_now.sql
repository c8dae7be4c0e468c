{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_officer_weeks, by the weights of today.
{{ as_weighed_today(
    ref('fct_officer_weeks'),
    [
        'officer_id', 'office_id', 'weight_scheme', 'week_start_on', 'days', 'active_cases_avg',
        'workload_units_avg', 'capacity_units_avg', 'workload_pct'
    ],
    ['workload_units_avg']
) }}
