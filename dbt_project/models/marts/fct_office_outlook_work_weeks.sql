-- One row per office, work type, weight scheme and coming week: what the work consists of that is booked today.
{{ work_averages('week_ahead') }}
