-- One row per area, service line, weight scheme, work type and error: the percentage of four weeks, were the
-- weights of that type (or, with an empty type, all weights of the line) off by as much.
with areas_added as (
    {{ by_area(
        ref('int_office_sensitivity'),
        ['service_line', 'weight_scheme', 'work_type', 'error_pct'],
        ['subject_units_avg', 'workload_units_avg', 'capacity_units_avg']
    ) }}
),

lines as (
    -- the whole line, also where only some of its offices have work of the type
    select
        *,
        max(case when work_type = '' then workload_units_avg end) over line as line_units,
        max(case when work_type = '' then nullif(capacity_units_avg, 0) end) over line as capacity_units,
        subject_units_avg * error_pct / 100 as off_units
    from areas_added
    window line as (partition by area_id, service_line, weight_scheme, error_pct)
)

select
    area_id,
    service_line,
    weight_scheme,
    work_type,
    error_pct,
    subject_units_avg,
    workload_units_avg,
    capacity_units_avg,
    100 * line_units / capacity_units as workload_pct,
    100 * (line_units - off_units) / capacity_units as workload_lower_pct,
    100 * (line_units + off_units) / capacity_units as workload_upper_pct
from lines
order by area_id, service_line, weight_scheme, work_type, error_pct
