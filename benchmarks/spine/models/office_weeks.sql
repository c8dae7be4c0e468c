-- One row per office, weight scheme and week.
{{ period_means(ref('office_line_days'), 'week', ['office_id']) }}
