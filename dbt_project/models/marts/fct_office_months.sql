-- One row per office, weight scheme and month: means over the days of the month up to as_of.
{{ office_averages('month') }}
