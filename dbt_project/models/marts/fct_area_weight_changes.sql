-- One row per area, part of it, service line, weight scheme and day of new weights: offices added up.
{{ by_area(
    ref('fct_office_weight_changes'),
    ['service_line', 'weight_scheme', 'changed_on'],
    ['workload_before_units', 'workload_after_units', 'capacity_units'],
    parts=true
) }}
