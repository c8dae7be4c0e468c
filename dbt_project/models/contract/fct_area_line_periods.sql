-- One row per grain (or window), area, part of it, service line, weight scheme and period: means over its
-- days, offices added up.
{{ asked_of(
    within_published(ref('int_area_line_sums')),
    [
        'grain', 'time_window', 'is_shown', 'area_kind', 'area_id', 'part_id', 'service_line',
        'weight_scheme', 'period_start_on', 'period_start_on + cast(days - 1 as int) as last_day_on', 'days',
        'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct', 'room_fte_avg',
        'reduced_fte_avg', 'uncounted_fte_avg', 'workload_units_now_avg', 'uncovered_units_now_avg',
        'waiting_units_now_avg'
    ],
    office_amounts()
) }}
