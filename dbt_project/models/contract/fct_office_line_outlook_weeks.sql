-- One row per office, service line, weight scheme and coming week: what is booked today, without new cases.
{{ asked_of(
    within_published(ref('int_area_line_sums')),
    [
        'area_id as office_id', 'service_line', 'weight_scheme', 'period_start_on as week_start_on',
        'days', 'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct'
    ],
    office_amounts(),
    only="grain = 'week_ahead' and area_kind = 'office'"
) }}
