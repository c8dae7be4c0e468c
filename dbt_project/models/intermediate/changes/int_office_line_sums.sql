-- One row per grain (or window), office, service line and period: work, capacity and unmet demand, summed
-- over its days, in parts.
{% set measures = office_measures() %}
{% set windows = time_windows() %}
with
{{ period_averages(
    ref('int_office_changes'), ['month', 'week', 'week_ahead'], ['office_key', 'service_line'], measures
) }},

windows as (
    {% for time_window, starts_on, ends_on in windows %}
        select
            '{{ time_window }}' as time_window,
            {{ starts_on }} as starts_on,
            {{ ends_on }} as ends_on
        from {{ ref('int_horizon') }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

window_sums as (
    -- windows lie over each other: a change counts in each for the days from its own day on
    select
        'window' as grain,
        w.time_window,
        c.office_key,
        c.service_line,
        w.starts_on as period_start_on,
        {{ days_between('w.starts_on', 'w.ends_on') }} as days,
    {% for measure in measures %}
        sum(c.{{ measure }} * {{ days_between('greatest(c.day_on, w.starts_on)', 'w.ends_on') }})
            as {{ measure }}_day_sum{{ ',' if not loop.last }}
    {% endfor %}
    from {{ ref('int_office_changes') }} as c
    inner join windows as w on c.day_on < w.ends_on
    group by w.time_window, c.office_key, c.service_line, w.starts_on, w.ends_on
)

{% for sums, time_window in (('period_sums', "'' as time_window"), ('window_sums', 'time_window')) %}
    select
        grain,
        {{ time_window }},
        office_key,
        service_line,
        period_start_on,
        cast(days as bigint) as days,
        {{ day_sums_of(measures) | join(',\n        ') }}
    from {{ sums }}
    where {{ any_of(day_sums_of(measures)) }}
    {{ 'union all' if not loop.last }}
{% endfor %}
