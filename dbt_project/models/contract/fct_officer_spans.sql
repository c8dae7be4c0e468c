-- One row per officer, office, weight scheme and longest period in which nothing changes.
{{ spans_of('then') }}
