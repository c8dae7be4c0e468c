-- One row per area, part of it, service line, weight scheme and time window: offices added up.
{{ asked_of(
    within_published(ref('int_area_line_sums')),
    [
        'area_id', 'part_id', 'service_line', 'weight_scheme', 'time_window',
        'period_start_on as window_start_on', 'period_start_on + cast(days - 1 as int) as window_end_on',
        'days', 'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct',
        'workload_units_now_avg', 'uncovered_units_now_avg', 'waiting_units_now_avg'
    ],
    office_amounts(),
    only="grain = 'window'"
) }}
