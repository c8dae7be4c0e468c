-- One row per area, part of it, service line, weight scheme and week of the last half year: offices added up.
{{ by_area(
    ref('fct_office_line_weeks'),
    ['service_line', 'weight_scheme', 'week_start_on'],
    area_means(),
    parts=true,
    lasts=['days'],
    only="m.week_start_on > (select " ~ first_day_of('week', 'as_of') ~ " - 182 from " ~ ref('int_horizon') ~ ")",
    more=[area_percentage()]
) }}
