-- One row per area, service line, aspect of a case, category and month: the cases carried, told apart by it.
{% set aspects = ['supervision_type', 'risk_level', 'phase', 'sex'] %}
select
    a.area_id,
    t.service_line,
    case
        {% for aspect in aspects[:-1] %}
            when grouping(m.{{ aspect }}) = 0 then '{{ aspect }}'
        {% endfor %}
        else '{{ aspects[-1] }}'
    end as aspect,
    coalesce(
        {% for aspect in aspects %}
            m.{{ aspect }}{{ ',' if not loop.last }}
        {% endfor %}
    ) as category,
    cast(
        case when grouping(m.phase) = 0 then coalesce(max(p.from_month), 0) else 0 end as bigint
    ) as position,
    m.month_start_on,
    cast(max(m.days) as bigint) as days,
    sum(m.case_days) / max(m.days) as active_cases_avg
from {{ ref('int_case_mix_sums') }} as m
inner join {{ ref('int_areas') }} as a on m.office_id = a.office_id and a.part_id = ''
inner join {{ ref('int_work_types') }} as t on m.supervision_type = t.work_type
left join {{ ref('phases') }} as p on m.phase = p.phase
group by
    grouping sets (
        {% for aspect in aspects %}
            (a.area_id, t.service_line, m.month_start_on, m.{{ aspect }}){{ ',' if not loop.last }}
        {% endfor %}
    )
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by a.area_id, t.service_line, aspect, m.month_start_on
