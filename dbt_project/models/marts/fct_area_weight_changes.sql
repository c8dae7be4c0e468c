-- One row per area, part of it, service line, weight scheme and day of new weights: the work of that day by
-- the rows of the day before and by its own, offices added up.
{% set before, after = 'sum(m.workload_before_units)', 'sum(m.workload_after_units)' %}
{% set moved, capacity = '(' ~ after ~ ' - ' ~ before ~ ')', 'sum(m.capacity_units)' %}
{{ by_area(
    ref('int_office_weight_changes'),
    ['service_line', 'weight_scheme', 'changed_on'],
    ['workload_before_units', 'workload_after_units', 'capacity_units'],
    parts=true,
    more=[
        workload_percentage(before, capacity) ~ ' as workload_before_pct',
        workload_percentage(after, capacity) ~ ' as workload_after_pct',
        workload_percentage(moved, capacity) ~ ' as moved_points',
        '100 * ' ~ moved ~ ' / nullif(' ~ before ~ ', 0) as work_change_pct'
    ]
) }}
