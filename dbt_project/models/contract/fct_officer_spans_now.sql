-- One row per officer, office, weight scheme and longest period in which, by the weights of today,
-- nothing changes.
{{ spans_of('now') }}
