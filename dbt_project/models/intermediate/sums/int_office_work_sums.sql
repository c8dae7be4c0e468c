-- One row per grain, office, work type and period: what the office's work consists of, summed over the days.
{% set work = weighing_columns(['work_parts', 'tasks']) %}
with work_changes as (
    select
        day_on,
        office_key,
        work_type_key,
        {% for column in work %}
            {{ column }},
        {% endfor %}
        0 as active_cases
    from {{ ref('int_work_changes') }}
    union all
    -- two officers on a case carry one case
    select
        day_on,
        office_key,
        work_type_key,
        {% for column in work %}
            0 as {{ column }},
        {% endfor %}
        active_cases
    from {{ ref('int_case_count_changes') }}
),

{{ period_averages(
    'work_changes', ['month', 'week_ahead'], ['office_key', 'work_type_key'], ['active_cases'] + work
) }}

select
    p.grain,
    o.office_id,
    t.work_type,
    p.period_start_on,
    cast(p.days as bigint) as days,
    {{ stored_work('workload_unit_days', 'work_parts') }}
    {% for key in weighing_keys() %}
        cast(p.tasks_{{ key }}_day_sum as double) as task_days_{{ key }},
    {% endfor %}
    cast(p.active_cases_day_sum as double) as case_days
from period_sums as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
where {{ any_of(day_sums_of(['active_cases'] + work)) }}
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by p.grain, o.office_id, t.work_type, p.period_start_on
