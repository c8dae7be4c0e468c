{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_office_line_weeks, by the weights of today.
{{ as_weighed_today(
    ref('fct_office_line_weeks'),
    [
        'office_id', 'service_line', 'weight_scheme', 'week_start_on', 'days', 'active_cases_avg',
        'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg', 'waiting_units_avg',
        'contract_fte_avg', 'available_fte_avg', 'workload_pct'
    ],
    ['workload_units_avg', 'uncovered_units_avg', 'waiting_units_avg']
) }}
