-- One row per officer, office, scheme whose weights changed and longest period in which nothing changes,
-- by the weights of today.
{{ officer_spans('now_key', 's.now_key <> s.scheme_key') }}
