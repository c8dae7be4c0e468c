{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_office_overload_months, by the weights of today.
{{ as_weighed_today(
    ref('fct_office_overload_months'),
    [
        'office_id', 'grade', 'weight_scheme', 'threshold_set', 'measure', 'threshold',
        'month_start_on', 'days', 'officers_avg', 'officers_over_avg',
        'officers_with_capacity', 'officers_over_4_weeks'
    ],
    ['officers_over_avg', 'officers_over_4_weeks']
) }}
