-- One row per office, service line, weight scheme and day on which its weights changed: the work of that day
-- by the rows of the day before and by its own.
with weight_changes as (
    select * from {{ ref('int_weight_changes') }}
),

carried as (
    select
        c.weight_scheme,
        c.changed_on,
        s.office_key,
        s.work_type_key,
        s.cell_key,
        sum(s.share_parts) as share_parts
    from weight_changes as c
    inner join
        {{ ref('int_case_segments') }} as s
        on c.changed_on >= s.valid_from and c.changed_on < s.valid_to
    where s.is_carried
    group by c.weight_scheme, c.changed_on, s.office_key, s.work_type_key, s.cell_key
),

weighed_on_days as (
    select
        weight_scheme,
        changed_on,
        factor_cap,
        changed_on as weighed_on
    from weight_changes
    union all
    select
        weight_scheme,
        changed_on,
        factor_cap,
        changed_on - 1 as weighed_on
    from weight_changes
),

cells as (
    select distinct
        k.cell_key,
        d.weight_scheme,
        d.changed_on,
        k.flag_set,
        t.work_type,
        r.risk_level,
        b.from_month as month_bound,
        d.factor_cap,
        d.weighed_on
    from carried as c
    inner join weighed_on_days as d on c.weight_scheme = d.weight_scheme and c.changed_on = d.changed_on
    inner join {{ ref('int_weight_cells') }} as k on c.cell_key = k.cell_key
    inner join {{ ref('int_work_types') }} as t on k.work_type_key = t.work_type_key
    inner join {{ ref('int_risk_levels') }} as r on k.risk_key = r.risk_key
    inner join {{ ref('int_month_bounds') }} as b on k.month_index = b.month_index
),

{{ cell_weights('cells', ['cell_key', 'weight_scheme', 'weighed_on']) }},

mandates as (
    select
        c.office_key,
        t.service_line,
        c.weight_scheme,
        c.changed_on,
        case when w.weighed_on < c.changed_on then w.weight_units * {{ units_of('c.share_parts') }} else 0 end
            as before_units,
        case when w.weighed_on = c.changed_on then w.weight_units * {{ units_of('c.share_parts') }} else 0 end
            as after_units
    from carried as c
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
    inner join weighed as w
        on c.cell_key = w.cell_key and c.weight_scheme = w.weight_scheme and c.changed_on = w.changed_on
),

tasks as (
    -- a task weighs by the window that the row of a day gives it
    select
        o.office_key,
        k.service_line,
        d.weight_scheme,
        d.changed_on,
        case when d.weighed_on < d.changed_on then w.weight else 0 end as before_units,
        case when d.weighed_on = d.changed_on then w.weight else 0 end as after_units
    from weighed_on_days as d
    inner join {{ ref('task_weights') }} as w
        on
            d.weight_scheme = w.weight_scheme
            and d.weighed_on >= w.valid_from
            and d.weighed_on < {{ open_end('w.valid_to') }}
    inner join {{ ref('stg_tasks') }} as t on w.task_type = t.task_type
    inner join {{ ref('int_work_types') }} as k on t.task_type = k.work_type and k.kind = 'task'
    inner join {{ ref('int_offices') }} as o on t.office_id = o.office_id
    where
        t.officer_id is not null
        and d.changed_on >= case when w.weighs = 'after_delivery' then t.delivered_on else t.assigned_on end
        and d.changed_on
        < case
            when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
            else {{ open_end('t.delivered_on') }}
        end
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
        changed_on,
        cast(sum(before_units) as double) as workload_before_units,
        cast(sum(after_units) as double) as workload_after_units
    from work
    group by office_key, service_line, weight_scheme, changed_on
),

capacities as (
    select
        c.weight_scheme,
        c.changed_on,
        s.office_key,
        s.service_line,
        c.scheme_key,
        {{ sums_of(scheme_columns(['capacity_parts'])) }}
    from weight_changes as c
    inner join {{ ref('int_capacity_segments') }} as s
        on c.changed_on >= s.valid_from and c.changed_on < s.valid_to
    group by c.weight_scheme, c.scheme_key, c.changed_on, s.office_key, s.service_line
),

capacity as (
    select
        s.office_key,
        s.service_line,
        s.weight_scheme,
        s.changed_on,
        {{ capacity_units_of(of_scheme('s.capacity_parts')) }} as capacity_units
    from capacities as s
),

both_sides as (
    -- an office without work on the day has a row too: its capacity is part of the whole line
    select
        coalesce(s.office_key, c.office_key) as office_key,
        coalesce(s.service_line, c.service_line) as service_line,
        coalesce(s.weight_scheme, c.weight_scheme) as weight_scheme,
        coalesce(s.changed_on, c.changed_on) as changed_on,
        coalesce(s.workload_before_units, 0) as workload_before_units,
        coalesce(s.workload_after_units, 0) as workload_after_units,
        coalesce(c.capacity_units, 0) as capacity_units
    from sums as s
    full join capacity as c
        on
            s.office_key = c.office_key
            and s.service_line = c.service_line
            and s.weight_scheme = c.weight_scheme
            and s.changed_on = c.changed_on
)

select
    o.office_id,
    b.service_line,
    b.weight_scheme,
    b.changed_on,
    b.workload_before_units,
    b.workload_after_units,
    b.capacity_units,
    {{ workload_percentage('b.workload_before_units', 'b.capacity_units') }} as workload_before_pct,
    {{ workload_percentage('b.workload_after_units', 'b.capacity_units') }} as workload_after_pct
from both_sides as b
inner join {{ ref('int_offices') }} as o on b.office_key = o.office_key
where b.workload_before_units <> 0 or b.workload_after_units <> 0 or b.capacity_units <> 0
