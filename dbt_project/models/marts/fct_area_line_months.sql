-- One row per area, part of it, service line, weight scheme and month: offices added up.
{{ by_area(
    ref('fct_office_line_months'),
    ['service_line', 'weight_scheme', 'month_start_on'],
    area_means() + ['workload_units_now_avg', 'uncovered_units_now_avg', 'waiting_units_now_avg'],
    parts=true,
    lasts=['days'],
    more=[area_percentage()]
) }}
