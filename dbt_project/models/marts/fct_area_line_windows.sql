-- One row per area, part of it, service line, weight scheme and time window: offices added up.
{{ by_area(
    ref('fct_office_line_windows'),
    ['service_line', 'weight_scheme', 'time_window'],
    area_means() + ['workload_units_now_avg', 'uncovered_units_now_avg', 'waiting_units_now_avg'],
    parts=true,
    firsts=['window_start_on'],
    lasts=['window_end_on', 'days'],
    more=[area_percentage()]
) }}
