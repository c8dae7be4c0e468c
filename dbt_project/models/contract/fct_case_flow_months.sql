-- One row per office, supervision type and month: what came, started, moved and ended, what was then open.
select
    f.area_id as office_id,
    f.supervision_type,
    f.month_start_on,
    f.received_cases,
    f.started_cases,
    f.ended_cases,
    f.transferred_in_cases,
    f.transferred_out_cases,
    f.open_cases_end,
    f.active_cases_end,
    f.waiting_cases_end,
    f.uncovered_cases_end
from {{ within_published(ref('fct_area_clearance_months')) }} as f
inner join {{ within_published(ref('dim_areas')) }} as a on f.area_id = a.area_id and a.area_kind = 'office'
where f.supervision_type <> ''
