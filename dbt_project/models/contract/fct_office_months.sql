-- One row per office, weight scheme and month: means over the days of the month up to as_of.
{{ asked_of(
    offices_of_lines('month'),
    [
        'area_id as office_id', 'weight_scheme', 'period_start_on as month_start_on', 'days',
        'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct',
        'workload_units_now_avg', 'uncovered_units_now_avg', 'waiting_units_now_avg'
    ],
    office_amounts()
) }}
