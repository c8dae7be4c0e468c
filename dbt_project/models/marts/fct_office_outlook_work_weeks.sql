-- One row per office, work type, weight scheme and coming week: what the work booked today consists of.
{{ work_averages('week_ahead') }}
