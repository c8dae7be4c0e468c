-- One row per office, service line, weight scheme, work type (empty: all of the line) and error: the work of
-- the last four weeks, and how much of it the weights in question give.
with window_days as (
    select
        day_after_on - {{ days_of_four_weeks() }} as starts_on,
        day_after_on as ends_on
    from {{ ref('int_horizon') }}
),

errors as (
    select threshold as error_pct
    from {{ ref('noise_levels') }}
    where measure like 'weights_off_%'
),

work_of_types as (
    select
        c.office_key,
        c.work_type_key,
        {% for column in weighing_columns(['work_parts']) %}
            sum(
                c.{{ column }} * {{ days_between('greatest(c.day_on, w.starts_on)', 'w.ends_on') }}
            ) as {{ column }},
        {% endfor %}
        count(*) as changes
    from {{ ref('int_work_changes') }} as c
    inner join window_days as w on c.day_on < w.ends_on
    group by c.office_key, c.work_type_key
),

work as (
    select
        w.office_key,
        w.work_type_key,
        s.weight_scheme,
        {{ of_weighing('w.work_parts') }} as work_parts
    from work_of_types as w
    cross join {{ ref('int_weight_schemes') }} as s
),

offices as (
    {{ asked_of(
        ref('int_area_line_sums'),
        ['area_id as office_id', 'service_line', 'weight_scheme', 'workload_units_avg', 'capacity_units_avg'],
        office_amounts(),
        only="time_window = 'four_weeks' and area_kind = 'office'"
    ) }}
),

subjects as (
    select
        office_id,
        service_line,
        weight_scheme,
        '' as work_type,
        workload_units_avg as subject_units_avg
    from offices
    union all
    select
        o.office_id,
        t.service_line,
        w.weight_scheme,
        t.work_type,
        {{ units_of('w.work_parts') }} / {{ days_of_four_weeks() }} as subject_units_avg
    from work as w
    inner join {{ ref('int_offices') }} as o on w.office_key = o.office_key
    inner join {{ ref('int_work_types') }} as t on w.work_type_key = t.work_type_key
    where w.work_parts <> 0
)

select
    s.office_id,
    s.service_line,
    s.weight_scheme,
    s.work_type,
    cast(e.error_pct as bigint) as error_pct,
    s.subject_units_avg,
    o.workload_units_avg,
    o.capacity_units_avg
from subjects as s
inner join offices as o
    on s.office_id = o.office_id and s.service_line = o.service_line and s.weight_scheme = o.weight_scheme
cross join errors as e
