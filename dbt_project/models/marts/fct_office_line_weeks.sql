-- One row per office, service line, weight scheme and week: means over the days of the week up to as_of.
{{ office_averages('week', ['service_line']) }}
