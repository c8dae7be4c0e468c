-- One row per office, service line, weight scheme and coming week: what is booked today, without new cases.
{{ office_averages('week_ahead', ['service_line']) }}
