-- One row per officer, figure and Sunday on which four ISO weeks in a row end, with the level held in each.
-- Figures as in int_person_levels. A week counts when it is over: its Sunday is not after as_of.
-- depends_on: {{ ref('int_capacity_grain') }}
{% set figures = ['level_0'] %}
{% for key in weighing_keys() %}{% do figures.append('level_' ~ key) %}{% endfor %}
with weeks as (
    select
        officer_id,
        period_start_on as week_start_on,
        {% for key in weighing_keys() %}
            sum(workload_unit_days_{{ key }}) as work_{{ key }},
        {% endfor %}
        {% for key in scheme_keys() %}
            sum(capacity_unit_days_{{ key }}) as capacity_{{ key }},
        {% endfor %}
        sum(case_days) / 7 as cases
    from {{ ref('int_officer_sums') }}
    where grain = 'week' and days = 7
    group by officer_id, period_start_on
),

thresholds as ({{ thresholds_in_a_row() }}),

levels as (
    select
        w.officer_id,
        w.week_start_on,
        {% for key in weighing_keys() %}
            {{ level_of_work('w.work_' ~ key, 'w.capacity_' ~ scheme_key_of(key)) }} as level_{{ key }},
        {% endfor %}
        {{ level_of_cases('w.cases') }} as level_0
    from weeks as w
    cross join thresholds as t
),

runs as (
    -- a week without a row is one without work: it ends every run
    select
        officer_id,
        week_start_on + 6 as sunday_on,
        lag(week_start_on, 3) over by_week = week_start_on - 21 as is_run,
    {% for figure in figures %}
        min({{ figure }}) over four_weeks as {{ figure }}{{ ',' if not loop.last }}
    {% endfor %}
    from levels
    window
        by_week as (partition by officer_id order by week_start_on),
        four_weeks as (
            partition by officer_id order by week_start_on rows between 3 preceding and current row
        )
)

{% for figure in figures %}
    select
        f.officer_key,
        {{ figure | replace('level_', '') }} as figure_key,
        r.sunday_on,
        r.{{ figure }} as level
    from runs as r
    inner join {{ ref('int_officers') }} as f on r.officer_id = f.officer_id
    where r.is_run and r.{{ figure }} > 0
    {{ 'union all' if not loop.last }}
{% endfor %}
