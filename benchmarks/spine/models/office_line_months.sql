-- One row per office, service line, weight scheme and month.
{{ period_means(ref('office_line_days'), 'month', ['office_id', 'service_line']) }}
