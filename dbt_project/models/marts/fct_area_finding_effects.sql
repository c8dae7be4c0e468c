-- One row per area, service line, weight scheme, finding and figure: how far it could move, offices added up.
{{ by_area(
    ref('int_office_finding_effects'),
    ['service_line', 'weight_scheme', 'finding', 'figure'],
    ['workload_units', 'workload_lower_units', 'workload_upper_units', 'capacity_units'],
    lasts=['on_day'],
    more=[
        counts_by_area(['concerned_cases']),
        workload_percentage('sum(m.workload_units)', 'sum(m.capacity_units)') ~ ' as workload_pct',
        workload_percentage('sum(m.workload_lower_units)', 'sum(m.capacity_units)') ~ ' as workload_lower_pct',
        workload_percentage('sum(m.workload_upper_units)', 'sum(m.capacity_units)') ~ ' as workload_upper_pct'
    ]
) }}
