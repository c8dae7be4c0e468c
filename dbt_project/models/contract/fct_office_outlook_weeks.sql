-- One row per office, weight scheme and coming week: what is booked today, without new cases.
{{ asked_of(
    offices_of_lines('week_ahead'),
    [
        'area_id as office_id', 'weight_scheme', 'period_start_on as week_start_on', 'days',
        'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct'
    ],
    office_amounts()
) }}
