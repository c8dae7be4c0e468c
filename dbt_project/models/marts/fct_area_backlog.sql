-- One row per area, part of it, supervision type (empty: all) and weight scheme: who waits or lacks cover.
select
    a.area_id,
    a.part_id,
    c.service_line,
    coalesce(c.supervision_type, '') as supervision_type,
    c.weight_scheme,
    cast(sum(case when c.state = 'waiting' then 1 else 0 end) as bigint) as waiting_cases,
    sum(case when c.state = 'waiting' then c.weight_units else 0 end) as waiting_units,
    cast(percentile_cont(0.5) within group (order by c.days_waiting) as double) as wait_days_p50,
    cast(percentile_cont(0.9) within group (order by c.days_waiting) as double) as wait_days_p90,
    cast(max(c.days_waiting) as bigint) as wait_days_max,
    cast(sum(case when c.state = 'uncovered' then 1 else 0 end) as bigint) as uncovered_cases,
    sum(case when c.state = 'uncovered' then c.weight_units else 0 end) as uncovered_units
from {{ ref('fct_open_cases') }} as c
inner join {{ ref('int_areas') }} as a on c.office_id = a.office_id
where c.state in ('waiting', 'uncovered')
group by
    grouping sets (
        (a.area_id, a.part_id, c.service_line, c.weight_scheme),
        (a.area_id, a.part_id, c.service_line, c.weight_scheme, c.supervision_type)
    )
order by a.area_id, a.part_id, c.service_line, c.weight_scheme
