-- One row per area, supervision type and month: what came, started, moved and ended, what was then open.
select
    area_id,
    supervision_type,
    month_start_on,
    received_cases,
    started_cases,
    ended_cases,
    transferred_in_cases,
    transferred_out_cases,
    open_cases_end,
    active_cases_end,
    waiting_cases_end,
    uncovered_cases_end
from {{ within_published(ref('fct_area_clearance_months')) }}
where supervision_type <> ''
