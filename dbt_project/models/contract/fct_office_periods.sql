-- One row per grain, office, weight scheme and period: means over its days, the service lines together.
{{ asked_of(
    offices_of_lines(),
    [
        'grain', 'area_id as office_id', 'weight_scheme', 'period_start_on', 'days', 'active_cases_avg',
        'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg', 'waiting_units_avg',
        'contract_fte_avg', 'available_fte_avg', 'workload_pct', 'workload_units_now_avg',
        'uncovered_units_now_avg', 'waiting_units_now_avg'
    ],
    office_amounts()
) }}
