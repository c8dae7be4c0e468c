-- One row per area, supervision type, weight scheme and week: who waits or lacks cover on its last day.
{{ by_area(
    ref('fct_backlog_weeks'),
    ['supervision_type', 'weight_scheme', 'week_start_on'],
    ['waiting_units', 'uncovered_units'],
    lasts=['counted_on'],
    more=[counts_by_area(['waiting_cases', 'uncovered_cases'])]
) }}
