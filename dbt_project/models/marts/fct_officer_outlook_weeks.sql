-- One row per officer, office, weight scheme and coming week: what is booked today, without new cases.
{{ officer_averages('week_ahead') }}
