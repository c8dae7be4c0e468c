-- One row per officer, figure and Sunday on which four ISO weeks in a row end, with the level held in each.
-- Figures as in int_person_levels. A week counts when it is over: its Sunday is not after as_of.
with weeks as (
    select
        officer_id,
        weight_scheme,
        week_start_on,
        sum(active_cases_avg) as cases,
        sum(workload_units_avg) as work,
        sum(coalesce(workload_units_now_avg, workload_units_avg)) as work_now,
        sum(capacity_units_avg) as capacity
    from {{ ref('fct_officer_weeks') }}
    where days = 7
    group by officer_id, weight_scheme, week_start_on
),

thresholds as ({{ thresholds_in_a_row() }}),

levels as (
    select
        f.officer_key,
        s.scheme_key,
        s.now_key,
        w.week_start_on,
        {{ level_of_work('w.work', 'w.capacity') }} as level_then,
        {{ level_of_work('w.work_now', 'w.capacity') }} as level_now,
        {{ level_of_cases('w.cases') }} as level_cases
    from weeks as w
    cross join thresholds as t
    inner join {{ ref('int_officers') }} as f on w.officer_id = f.officer_id
    inner join {{ ref('int_weight_schemes') }} as s on w.weight_scheme = s.weight_scheme
),

runs as (
    select
        officer_key,
        scheme_key,
        now_key,
        week_start_on + 6 as sunday_on,
        lag(week_start_on, 3) over by_week = week_start_on - 21 as is_run,
        min(level_then) over four_weeks as level_then,
        min(level_now) over four_weeks as level_now,
        min(level_cases) over four_weeks as level_cases
    from levels
    window
        by_week as (partition by officer_key, scheme_key order by week_start_on),
        four_weeks as (
            partition by officer_key, scheme_key
            order by week_start_on rows between 3 preceding and current row
        )
),

figures as (
    select
        officer_key,
        scheme_key as figure_key,
        sunday_on,
        level_then as level
    from runs
    where is_run
    union all
    select
        officer_key,
        now_key as figure_key,
        sunday_on,
        level_now as level
    from runs
    where is_run and now_key <> scheme_key
    union all
    -- a count of cases is the same under every scheme
    select
        officer_key,
        0 as figure_key,
        sunday_on,
        max(level_cases) as level
    from runs
    where is_run
    group by officer_key, sunday_on
)

select
    officer_key,
    figure_key,
    sunday_on,
    level
from figures
where level > 0
