{{ config(materialized='view', pre_hook=see_published()) }}
-- One row per row of fct_backlog_weeks, by the weights of today.
{{ as_weighed_today(
    ref('fct_backlog_weeks'),
    [
        'office_id', 'supervision_type', 'weight_scheme', 'week_start_on', 'counted_on',
        'waiting_cases', 'waiting_units', 'wait_days_p50', 'wait_days_p90', 'wait_days_max',
        'uncovered_cases', 'uncovered_units'
    ],
    ['waiting_units', 'uncovered_units']
) }}
