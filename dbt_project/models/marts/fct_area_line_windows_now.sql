{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_area_line_windows, by the weights of today.
{{ as_weighed_today(
    ref('fct_area_line_windows'),
    ['area_id', 'part_id', 'service_line', 'weight_scheme', 'time_window', 'window_start_on', 'window_end_on', 'days']
    + area_means() + ['workload_pct'],
    ['workload_units_avg', 'uncovered_units_avg', 'waiting_units_avg']
) }}
