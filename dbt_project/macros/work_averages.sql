{# Means per day of what an office's work consists of, over the days of each period of a grain. #}
{% macro work_averages(grain) %}
with work_changes as (
    select
        day_on,
        office_key,
        work_type_key,
        {% for column in weighing_columns(['work_parts', 'tasks']) %}
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
        {% for column in weighing_columns(['work_parts', 'tasks']) %}
            0 as {{ column }},
        {% endfor %}
        active_cases
    from {{ ref('int_case_count_changes') }}
),

{{ period_averages(
    'work_changes', grain, ['office_key', 'work_type_key'],
    ['active_cases'] + weighing_columns(['work_parts', 'tasks'])
) }},

per_scheme as (
    select
        p.office_key,
        p.work_type_key,
        s.weight_scheme,
        p.period_start_on,
        p.days,
        p.active_cases_day_sum,
        {{ day_sums_of_weighing(['work_parts', 'tasks']) }}
    from period_sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    o.office_id,
    t.work_type,
    p.weight_scheme,
    p.period_start_on as {{ start_column(grain) }},
    p.days,
    {{ mean_per_day('p.active_cases_day_sum') }} as active_cases_avg,
    {{ mean_per_day('p.tasks_day_sum') }} as tasks_open_avg,
    {{ mean_units_per_day('p.work_parts_day_sum') }} as workload_units_avg
    {%- if grain != 'week_ahead' %},
    {{ mean_per_day('p.tasks_now_day_sum') }} as tasks_open_now_avg,
    {{ mean_units_per_day('p.work_parts_now_day_sum') }} as workload_units_now_avg
    {%- endif %}
from per_scheme as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
inner join {{ ref('int_work_types') }} as t on p.work_type_key = t.work_type_key
where
    p.active_cases_day_sum <> 0
    or p.work_parts_day_sum <> 0
    or p.work_parts_now_day_sum <> 0
    or p.tasks_day_sum <> 0
    or p.tasks_now_day_sum <> 0
-- in the order that pages ask for: of a large file only what belongs to the office is read
order by o.office_id, p.weight_scheme, t.work_type, p.period_start_on
{% endmacro %}
