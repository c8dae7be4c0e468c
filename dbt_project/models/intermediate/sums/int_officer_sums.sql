-- One row per grain, officer, office and period: what the officer had there, summed over its days.
{% set work, capacity = weighing_columns(['work_parts']), scheme_columns(['capacity_parts']) %}
with
{{ period_averages(
    ref('int_officer_changes'), ['month', 'week', 'week_ahead'], ['officer_key', 'office_key'],
    ['cases'] + work + capacity
) }}

select
    p.grain,
    o.office_id,
    f.officer_id,
    p.period_start_on,
    cast(p.days as bigint) as days,
    {{ stored_work('workload_unit_days', 'work_parts') }}
    {{ stored_capacity() }}
    cast(p.cases_day_sum as double) as case_days
from period_sums as p
inner join {{ ref('int_officers') }} as f on p.officer_key = f.officer_key
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where {{ any_of(day_sums_of(['cases'] + work + capacity)) }}
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by p.grain, o.office_id, f.officer_id, p.period_start_on
