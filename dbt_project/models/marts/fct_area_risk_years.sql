-- One row per area, service line, twelve months in a row and pair of risk levels: the cases open on the day
-- before the twelve months and still on their last day, by the level on either. A case counts where it is on
-- the last.
with levels as (
    select
        s.case_key,
        s.office_key,
        s.work_type_key,
        s.valid_from,
        s.valid_to,
        r.risk_level
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_risk_levels') }} as r on s.risk_key = r.risk_key
)

select
    a.area_id,
    t.service_line,
    y.year_start_on,
    y.last_day_on,
    first.risk_level as risk_level_before,
    last.risk_level,
    count(*) as open_cases
from {{ ref('int_whole_years') }} as y
inner join levels as last on y.last_day_on >= last.valid_from and y.last_day_on < last.valid_to
inner join levels as first
    on
        last.case_key = first.case_key
        and y.year_start_on > first.valid_from
        and y.year_start_on <= first.valid_to
inner join {{ ref('int_offices') }} as o on last.office_key = o.office_key
inner join {{ ref('int_areas') }} as a on o.office_id = a.office_id and a.part_id = ''
inner join {{ ref('int_work_types') }} as t on last.work_type_key = t.work_type_key
group by a.area_id, t.service_line, y.year_start_on, y.last_day_on, first.risk_level, last.risk_level
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by a.area_id, t.service_line, y.year_start_on
