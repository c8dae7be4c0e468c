-- One row per officer, office, weight scheme and month: means over the days of the month up to as_of.
{{ officer_averages('month') }}
