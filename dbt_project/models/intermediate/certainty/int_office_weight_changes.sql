-- One row per office, service line, weight scheme and day on which its weights changed: the work of that day
-- by the rows of the day before and by its own.
with weight_changes as (
    select * from {{ ref('int_weight_changes') }}
),

work as (
    select * from {{ ref('int_reweighed_mandates') }}
    union all
    select * from {{ ref('int_reweighed_tasks') }}
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
    b.capacity_units
from both_sides as b
inner join {{ ref('int_offices') }} as o on b.office_key = o.office_key
where b.workload_before_units <> 0 or b.workload_after_units <> 0 or b.capacity_units <> 0
