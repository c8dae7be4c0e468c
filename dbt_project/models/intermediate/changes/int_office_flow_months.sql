-- One row per office, supervision type and month: what came, started, moved and ended, what was then open.
{% set flows = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases'
] %}
{% set stocks = ['open_cases', 'active_cases', 'waiting_cases', 'uncovered_cases'] %}
with
{{ period_averages(ref('int_case_flow_changes'), 'month', ['office_key', 'work_type_key'], flows + stocks) }}

select
    o.office_id,
    t.work_type as supervision_type,
    p.period_start_on as month_start_on,
    {% for flow in flows %}
        cast(p.{{ flow }}_change as bigint) as {{ flow }},
    {% endfor %}
    cast(p.open_cases_end as bigint) as open_cases_end,
    cast(p.active_cases_end as bigint) as active_cases_end,
    cast(p.waiting_cases_end as bigint) as waiting_cases_end,
    cast(p.uncovered_cases_end as bigint) as uncovered_cases_end
from period_sums as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
where
    p.open_cases_end <> 0
    or p.received_cases_change <> 0
    or p.started_cases_change <> 0
    or p.ended_cases_change <> 0
    or p.transferred_in_cases_change <> 0
    or p.transferred_out_cases_change <> 0
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, t.work_type, p.period_start_on
