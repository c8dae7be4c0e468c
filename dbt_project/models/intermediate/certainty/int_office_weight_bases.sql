-- One row per office, service line, weight scheme and basis of the weights: how much of today's work rests
-- on it.
with mandates as (
    select
        s.office_key,
        k.service_line,
        w.weight_scheme,
        w.basis,
        w.weights_valid_from,
        w.weight_units * {{ units_of('s.share_parts') }} as workload_units
    from {{ ref('int_case_segments') }} as s
    inner join {{ ref('int_horizon') }} as h on s.valid_from <= h.as_of and s.valid_to > h.as_of
    inner join {{ ref('int_work_types') }} as k on s.work_type_key = k.work_type_key
    inner join {{ ref('int_cell_weights') }} as w on s.cell_key = w.cell_key and not w.is_now
    where s.is_carried and w.has_weight_row
),

tasks as (
    -- the rows of task_weights name a source and no basis
    select
        t.office_key,
        k.service_line,
        g.weight_scheme,
        'not_stated' as basis,
        t.weights_valid_from,
        {{ units_of('t.weight_parts') }} as workload_units
    from {{ ref('int_task_windows') }} as t
    inner join {{ ref('int_horizon') }} as h on t.valid_from <= h.as_of and t.valid_to > h.as_of
    inner join {{ ref('int_work_types') }} as k on t.work_type_key = k.work_type_key
    inner join {{ ref('int_weighings') }} as g on t.weighing_key = g.weighing_key and not g.is_now
),

work as (
    select * from mandates
    union all
    select * from tasks
),

sums as (
    select
        office_key,
        service_line,
        weight_scheme,
        basis,
        cast(sum(workload_units) as double) as workload_units,
        min(weights_valid_from) as oldest_valid_from,
        max(weights_valid_from) as newest_valid_from
    from work
    where workload_units <> 0
    group by office_key, service_line, weight_scheme, basis
)

select
    o.office_id,
    s.service_line,
    s.weight_scheme,
    s.basis,
    s.oldest_valid_from,
    s.newest_valid_from,
    s.workload_units
from sums as s
inner join {{ ref('int_offices') }} as o on s.office_key = o.office_key
