-- One row per office, work type, weight scheme and month: what the work of the office consists of.
{{ work_averages('month') }}
