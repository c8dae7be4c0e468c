-- One row per area, supervision type, weight scheme and week: who waits or lacks cover on its last day.
{{ asked_of(
    within_published(ref('int_area_backlog_sums')),
    [
        'area_kind', 'area_id', 'supervision_type', 'weight_scheme', 'week_start_on', 'counted_on',
        'waiting_cases', 'waiting_units', 'wait_days_p50', 'wait_days_p90', 'wait_days_max',
        'uncovered_cases', 'uncovered_units', 'waiting_units_now', 'uncovered_units_now',
        'waiting_to_close_cases', 'uncovered_to_close_cases'
    ]
) }}
