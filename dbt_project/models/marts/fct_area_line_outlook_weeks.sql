-- One row per area, part of it, service line, weight scheme and coming week: offices added up.
{{ by_area(
    ref('fct_office_line_outlook_weeks'),
    ['service_line', 'weight_scheme', 'week_start_on'],
    area_means(),
    parts=true,
    lasts=['days'],
    more=[area_percentage()]
) }}
