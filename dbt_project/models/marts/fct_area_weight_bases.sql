-- One row per area, service line, weight scheme and basis of the weights: offices added up.
{{ by_area(
    ref('fct_office_weight_bases'),
    ['service_line', 'weight_scheme', 'basis'],
    ['workload_units'],
    firsts=['oldest_valid_from'],
    lasts=['newest_valid_from']
) }}
