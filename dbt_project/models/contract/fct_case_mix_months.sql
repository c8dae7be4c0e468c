-- One row per office, supervision type, risk level, phase, sex, weight scheme and month: the carried cases.
{{ asked_of(
    within_published(ref('int_case_mix_sums')),
    [
        'office_id', 'supervision_type', 'risk_level', 'phase', 'sex', 'weight_scheme', 'month_start_on',
        'days', 'active_cases_avg', 'workload_units_avg', 'workload_units_now_avg'
    ]
) }}
