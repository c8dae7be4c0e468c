-- One row per area, service line, supervision type (empty: all of the line) and month: what came, started,
-- moved and ended, what was then open, and how far what ended keeps up with what came.
{% set flows = [
    'received_cases', 'started_cases', 'ended_cases', 'transferred_in_cases', 'transferred_out_cases'
] %}
{% set stocks = ['open_cases_end', 'active_cases_end', 'waiting_cases_end', 'uncovered_cases_end'] %}
with added as (
    select
        a.area_id,
        a.area_kind,
        t.service_line,
        coalesce(f.supervision_type, '') as supervision_type,
        f.month_start_on,
        {% for column in flows + stocks %}
            cast(sum(f.{{ column }}) as bigint) as {{ column }},
        {% endfor %}
        -- months in a row, for the sums of twelve
        12 * extract('year' from f.month_start_on) + extract('month' from f.month_start_on) as month_number
    from {{ ref('int_office_flow_months') }} as f
    inner join {{ ref('int_areas') }} as a on f.office_id = a.office_id and a.part_id = ''
    inner join {{ ref('int_work_types') }} as t on f.supervision_type = t.work_type
    group by
        grouping sets (
            (a.area_id, a.area_kind, t.service_line, f.month_start_on),
            (a.area_id, a.area_kind, t.service_line, f.month_start_on, f.supervision_type)
        )
),

year_sums as (
    -- before the first ending a delivery holds only the cases that outlived it: such months are in no sum
    select
        *,
    {% for column in ('received_cases', 'started_cases', 'ended_cases') %}
        cast(sum(case when month_start_on >= covered_from then {{ column }} end) over last_twelve as bigint)
            as {{ column }}_12_months{{ ',' if not loop.last }}
    {% endfor %}
    from added
    cross join {{ ref('int_coverage') }}
    window last_twelve as (
        partition by area_id, service_line, supervision_type
        order by month_number range between 11 preceding and current row
    )
)

select
    y.area_kind,
    y.area_id,
    y.service_line,
    y.supervision_type,
    y.month_start_on,
    {% for column in flows + stocks %}
        y.{{ column }},
    {% endfor %}
    -- between the offices of an area transfers cancel out
    y.received_cases + case when y.area_kind = 'office' then y.transferred_in_cases else 0 end as in_cases,
    y.ended_cases + case when y.area_kind = 'office' then y.transferred_out_cases else 0 end as out_cases,
    100.0 * y.ended_cases / nullif(y.received_cases, 0) as clearance_pct,
    y.received_cases_12_months,
    y.started_cases_12_months,
    y.ended_cases_12_months,
    100.0 * y.ended_cases_12_months / nullif(y.received_cases_12_months, 0) as clearance_12_months_pct,
    cast(coalesce(x.waiting_to_close_cases_end, 0) as bigint) as waiting_to_close_cases_end,
    cast(coalesce(x.uncovered_to_close_cases_end, 0) as bigint) as uncovered_to_close_cases_end
from year_sums as y
left join {{ ref('int_area_to_close_months') }} as x
    on
        y.area_id = x.area_id
        and y.service_line = x.service_line
        and y.supervision_type = x.supervision_type
        and y.month_start_on = x.month_start_on
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by y.area_id, y.service_line, y.supervision_type, y.month_start_on
