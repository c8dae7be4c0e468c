-- One row per area, supervision type, weight scheme and week: who waits or lacks cover on its last day.
{{ asked_of(
    within_published(ref('int_area_backlog_sums')),
    [
        'area_id', 'supervision_type', 'weight_scheme', 'week_start_on', 'counted_on', 'waiting_units',
        'uncovered_units', 'waiting_cases', 'uncovered_cases'
    ]
) }}
