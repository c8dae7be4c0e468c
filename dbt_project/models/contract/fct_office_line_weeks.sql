-- One row per office, service line, weight scheme and week: means over the days of the week up to as_of.
{{ asked_of(
    within_published(ref('int_area_line_sums')),
    [
        'area_id as office_id', 'service_line', 'weight_scheme', 'period_start_on as week_start_on',
        'days', 'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'uncovered_units_avg',
        'waiting_units_avg', 'contract_fte_avg', 'available_fte_avg', 'workload_pct',
        'workload_units_now_avg', 'uncovered_units_now_avg', 'waiting_units_now_avg'
    ],
    office_amounts(),
    only="grain = 'week' and area_kind = 'office'"
) }}
