-- One row per officer, office, weight scheme and week: means over the days of the week up to as_of.
{{ asked_of(
    within_published(ref('int_officer_sums')),
    [
        'officer_id', 'office_id', 'weight_scheme', 'period_start_on as week_start_on', 'days',
        'active_cases_avg', 'workload_units_avg', 'capacity_units_avg', 'workload_pct',
        'workload_units_now_avg'
    ],
    ['case_days', 'workload_unit_days', 'capacity_unit_days'],
    only="grain = 'week'"
) }}
