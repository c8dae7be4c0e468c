-- One row per officer, office, weight scheme and month.
{{ period_means(ref('officer_days'), 'month', ['officer_id', 'office_id']) }}
