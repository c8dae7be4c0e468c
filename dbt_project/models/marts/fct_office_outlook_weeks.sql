-- One row per office, weight scheme and coming week: what is booked today, without new cases.
{{ office_averages('week_ahead') }}
