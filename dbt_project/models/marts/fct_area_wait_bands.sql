-- One row per area, supervision type (empty: all) and band of days: the cases that have waited as long.
-- Where anybody waits there is a row for every band, also for those that hold nobody.
{% set ends = [7, 14, 30, 60, 90, 180] %}
with bands as (
    {% for from_days in [0] + ends %}
        select
            {{ from_days + (1 if from_days else 0) }} as from_days,
            {{ ends[loop.index0] if not loop.last else 'cast(null as int)' }} as to_days
        {{ 'union all' if not loop.last }}
    {% endfor %}
)

select
    a.area_id,
    c.service_line,
    coalesce(c.supervision_type, '') as supervision_type,
    cast(b.from_days as bigint) as from_days,
    cast(max(b.to_days) as bigint) as to_days,
    cast(
        sum(
            case
                when c.days_waiting between b.from_days and coalesce(b.to_days, c.days_waiting) then 1
                else 0
            end
        ) as bigint
    ) as waiting_cases,
    cast(
        sum(
            case
                when
                    c.is_to_close
                    and c.days_waiting between b.from_days and coalesce(b.to_days, c.days_waiting)
                    then 1
                else 0
            end
        ) as bigint
    ) as waiting_to_close_cases
from {{ ref('fct_open_cases') }} as c
inner join {{ ref('int_areas') }} as a on c.office_id = a.office_id and a.part_id = ''
-- how long a case waits is the same under every scheme
inner join {{ ref('int_weight_schemes') }} as s on c.weight_scheme = s.weight_scheme and s.scheme_key = 1
cross join bands as b
where c.state = 'waiting'
group by
    grouping sets (
        (a.area_id, c.service_line, b.from_days),
        (a.area_id, c.service_line, b.from_days, c.supervision_type)
    )
order by a.area_id, c.service_line
