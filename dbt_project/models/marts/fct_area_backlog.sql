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
    cast(sum(case when c.state = 'waiting' and c.is_to_close then 1 else 0 end) as bigint)
        as waiting_to_close_cases,
    cast(sum(case when c.weight_basis = '' and not c.is_to_close then 1 else 0 end) as bigint)
        as real_unweighed_cases,
    sum(case when c.state = 'waiting' and not c.is_to_close then c.weight_units else 0 end)
        as real_waiting_units,
    cast(
        percentile_cont(0.5) within group (order by case when not c.is_to_close then c.days_waiting end)
        as double
    ) as real_wait_days_p50,
    cast(
        percentile_cont(0.9) within group (order by case when not c.is_to_close then c.days_waiting end)
        as double
    ) as real_wait_days_p90,
    cast(max(case when not c.is_to_close then c.days_waiting end) as bigint) as real_wait_days_max,
    cast(sum(case when c.state = 'uncovered' then 1 else 0 end) as bigint) as uncovered_cases,
    sum(case when c.state = 'uncovered' then c.weight_units else 0 end) as uncovered_units,
    cast(sum(case when c.state = 'uncovered' and c.is_to_close then 1 else 0 end) as bigint)
        as uncovered_to_close_cases,
    sum(case when c.state = 'uncovered' and not c.is_to_close then c.weight_units else 0 end)
        as real_uncovered_units
from {{ ref('fct_open_cases') }} as c
inner join {{ ref('int_areas') }} as a on c.office_id = a.office_id
where c.state in ('waiting', 'uncovered')
group by
    grouping sets (
        (a.area_id, a.part_id, c.service_line, c.weight_scheme),
        (a.area_id, a.part_id, c.service_line, c.weight_scheme, c.supervision_type)
    )
order by a.area_id, a.part_id, c.service_line, c.weight_scheme
