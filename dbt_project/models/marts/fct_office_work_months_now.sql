{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_office_work_months, by the weights of today.
{{ as_weighed_today(
    ref('fct_office_work_months'),
    [
        'office_id', 'work_type', 'weight_scheme', 'month_start_on', 'days', 'active_cases_avg',
        'tasks_open_avg', 'workload_units_avg'
    ],
    ['tasks_open_avg', 'workload_units_avg']
) }}
