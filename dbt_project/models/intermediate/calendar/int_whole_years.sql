-- One row per twelve months in a row, ten at most: the last are whole months up to the last day of the data,
-- and the first begin where the data tell the whole story.
with numbers as (
    {% for years_ago in range(10) %}
        select {{ years_ago }} as years_ago
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

years as (
    select
        {{ months_later(first_day_of('month', 'h.day_after_on'), '-12 * (n.years_ago + 1)') }}
            as year_start_on,
        {{ months_later(first_day_of('month', 'h.day_after_on'), '-12 * n.years_ago') }} as next_start_on
    from {{ ref('int_horizon') }} as h
    cross join numbers as n
)

select
    y.year_start_on,
    y.next_start_on,
    cast(y.next_start_on - 1 as date) as last_day_on
from years as y
inner join {{ ref('int_coverage') }} as c on y.year_start_on >= c.covered_from
