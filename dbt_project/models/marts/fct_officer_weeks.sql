-- One row per officer, office, weight scheme and week: means over the days of the week up to as_of.
{{ officer_averages('week') }}
