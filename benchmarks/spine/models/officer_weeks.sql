-- One row per officer, office, weight scheme and week.
{{ period_means(ref('officer_days'), 'week', ['officer_id', 'office_id']) }}
