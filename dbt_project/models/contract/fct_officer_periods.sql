-- One row per grain, officer, office, weight scheme and period: means over its days.
{{ asked_of(
    within_published(ref('int_officer_sums')),
    [
        'grain', 'officer_id', 'office_id', 'weight_scheme', 'period_start_on', 'days', 'active_cases_avg',
        'workload_units_avg', 'capacity_units_avg', 'workload_pct', 'workload_units_now_avg'
    ],
    ['case_days', 'workload_unit_days', 'capacity_unit_days']
) }}
