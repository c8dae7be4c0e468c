{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_area_line_months, by the weights of today.
{{ as_weighed_today(
    ref('fct_area_line_months'),
    ['area_id', 'part_id', 'service_line', 'weight_scheme', 'month_start_on', 'days']
    + area_means() + ['workload_pct'],
    ['workload_units_avg', 'uncovered_units_avg', 'waiting_units_avg']
) }}
