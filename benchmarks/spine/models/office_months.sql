-- One row per office, weight scheme and month.
{{ period_means(ref('office_line_days'), 'month', ['office_id']) }}
