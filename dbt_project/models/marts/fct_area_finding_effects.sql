-- One row per area, service line, weight scheme, finding and figure: offices added up.
{{ by_area(
    ref('fct_office_finding_effects'),
    ['service_line', 'weight_scheme', 'finding', 'figure'],
    ['workload_units', 'workload_lower_units', 'workload_upper_units', 'capacity_units'],
    lasts=['on_day'],
    more=[counts_by_area(['concerned_cases'])]
) }}
