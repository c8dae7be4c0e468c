{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_case_mix_months, by the weights of today.
{{ as_weighed_today(
    ref('fct_case_mix_months'),
    [
        'office_id', 'supervision_type', 'risk_level', 'phase', 'sex', 'weight_scheme',
        'month_start_on', 'days', 'active_cases_avg', 'workload_units_avg'
    ],
    ['workload_units_avg']
) }}
