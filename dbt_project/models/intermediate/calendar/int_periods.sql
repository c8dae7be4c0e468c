-- One row per month and ISO week from the first change of anything to as_of, where the running ones end, and
-- per week ahead: the rest of the running one and the 52 after it.
with numbers as (
    {{ numbers(4) }}
),

bounds as (
    select
        h.day_after_on,
        h.horizon_on,
        least(
            h.as_of,
            coalesce((select min(opened_on) from {{ ref('int_cases_keyed') }}), h.as_of),
            coalesce((select min(valid_from) from {{ ref('int_contract_segments') }}), h.as_of),
            coalesce((select min(valid_from) from {{ ref('int_task_windows') }}), h.as_of)
        ) as first_on
    from {{ ref('int_horizon') }} as h
),

starts as (
    select
        'month' as grain,
        {{ months_later(first_day_of('month', 'b.first_on'), 'n.number') }} as period_start_on,
        {{ months_later(first_day_of('month', 'b.first_on'), 'n.number + 1') }} as next_start_on,
        {{ first_day_of('month', 'b.first_on') }} as first_on,
        b.day_after_on as end_on
    from bounds as b
    cross join numbers as n
    union all
    select
        'week' as grain,
        {{ first_day_of('week', 'b.first_on') }} + cast(7 * n.number as int) as period_start_on,
        {{ first_day_of('week', 'b.first_on') }} + cast(7 * n.number + 7 as int) as next_start_on,
        {{ first_day_of('week', 'b.first_on') }} as first_on,
        b.day_after_on as end_on
    from bounds as b
    cross join numbers as n
    union all
    select
        'week_ahead' as grain,
        {{ first_day_of('week', 'b.day_after_on') }} + cast(7 * n.number as int) as period_start_on,
        {{ first_day_of('week', 'b.day_after_on') }} + cast(7 * n.number + 7 as int) as next_start_on,
        b.day_after_on as first_on,
        b.horizon_on as end_on
    from bounds as b
    cross join numbers as n
)

select
    grain,
    period_start_on,
    greatest(period_start_on, first_on) as first_day_on,
    least(next_start_on, end_on) as period_end_on,
    {{ days_between('greatest(period_start_on, first_on)', 'least(next_start_on, end_on)') }} as days
from starts
where period_start_on < end_on
