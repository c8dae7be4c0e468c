-- One row per area, part of it, service line, weight scheme and week of the last half year: offices added up.
{{ asked_of(
    within_published(ref('int_area_line_sums')),
    [
        'area_id', 'part_id', 'service_line', 'weight_scheme', 'period_start_on as week_start_on', 'days',
        'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct', 'reduced_fte_avg',
        'uncounted_fte_avg'
    ],
    office_amounts(),
    only="grain = 'week' and " ~ is_week_shown('period_start_on')
) }}
