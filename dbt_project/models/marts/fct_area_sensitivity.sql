-- One row per area, service line, weight scheme, work type and error: offices added up.
{{ by_area(
    ref('fct_office_sensitivity'),
    ['service_line', 'weight_scheme', 'work_type', 'error_pct'],
    ['subject_units_avg', 'workload_units_avg', 'capacity_units_avg']
) }}
