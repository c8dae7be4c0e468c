-- One row per area, supervision type and month: what came, started, moved and ended, what was then open.
{% set counts = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases',
    'open_cases_end', 'active_cases_end', 'waiting_cases_end', 'uncovered_cases_end'
] %}
{{ by_area(
    ref('fct_case_flow_months'), ['supervision_type', 'month_start_on'], [], more=[counts_by_area(counts)]
) }}
