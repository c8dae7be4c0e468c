-- One row per area, service line, supervision type (empty: all of the line) and month with cases that nobody
-- carried on its last day, and whose records are to close today.
select
    a.area_id,
    t.service_line,
    coalesce(t.work_type, '') as supervision_type,
    p.period_start_on as month_start_on,
    sum(case when s.is_waiting then 1 else 0 end) as waiting_to_close_cases_end,
    sum(case when s.is_waiting then 0 else 1 end) as uncovered_to_close_cases_end
from {{ ref('int_case_findings') }} as f
inner join {{ ref('int_cases_clocked') }} as c on f.record_id = c.case_id
inner join {{ ref('int_case_segments') }} as s on c.case_key = s.case_key and not s.is_carried
inner join {{ ref('int_periods') }} as p
    on p.grain = 'month' and s.valid_from < p.period_end_on and s.valid_to >= p.period_end_on
inner join {{ ref('int_offices') }} as o on s.office_key = o.office_key
inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
inner join {{ ref('int_work_types') }} as t on s.work_type_key = t.work_type_key
where f.finding = 'to_close'
group by
    grouping sets (
        (a.area_id, t.service_line, p.period_start_on),
        (a.area_id, t.service_line, p.period_start_on, t.work_type)
    )
