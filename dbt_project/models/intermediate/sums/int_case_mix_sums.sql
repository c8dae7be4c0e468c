-- One row per office, supervision type, risk level, phase, sex and month: cases carried, summed over days.
{% set parts = weighing_columns(['work_parts']) %}
with changes as (
    select
        g.office_key,
        g.work_type_key,
        g.risk_key,
        m.phase,
        c.sex,
        s.sign as cases,
        {% for column in parts %}
            {{ signed(share_of('u.' ~ column, 'g.share_parts')) }} as {{ column }},
        {% endfor %}
        case when s.sign = 1 then g.valid_from else g.valid_to end as day_on
    from {{ ref('int_case_segments') }} as g
    inner join {{ ref('int_cell_parts') }} as u on g.cell_key = u.cell_key
    inner join {{ ref('int_cases_clocked') }} as c on g.case_key = c.case_key
    inner join {{ ref('int_month_bounds') }} as m on g.month_index = m.month_index
    cross join {{ beginning_and_end() }} as s
    where g.is_carried
),

{{ period_averages(
    'changes', 'month', ['office_key', 'work_type_key', 'risk_key', 'phase', 'sex'], ['cases'] + parts
) }}

select
    o.office_id,
    t.work_type as supervision_type,
    r.risk_level,
    p.phase,
    p.sex,
    p.period_start_on as month_start_on,
    cast(p.days as bigint) as days,
    {{ stored_work('workload_unit_days', 'work_parts') }}
    cast(p.cases_day_sum as double) as case_days
from period_sums as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
inner join {{ ref('int_risk_levels') }} as r on p.risk_key = r.risk_key
where p.cases_day_sum <> 0
order by o.office_id, t.work_type, r.risk_level, p.phase, p.sex, p.period_start_on
