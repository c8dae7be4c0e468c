-- One row per officer, office, weight scheme and longest period in which nothing changes.
{{ officer_spans('scheme_key', 'true') }}
