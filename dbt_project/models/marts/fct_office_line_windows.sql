-- One row per office, service line, weight scheme and time window up to as_of: today, four weeks, a month.
{% set month_start_on = first_day_of('month', 'as_of') %}
{% set window_days_left = days_between('greatest(c.day_on, w.starts_on)', 'w.ends_on') %}
{% set measures = office_measures() %}
with windows as (
    {% for time_window, starts_on, ends_on in (
        ('today', 'as_of', 'day_after_on'),
        ('four_weeks', 'day_after_on - 28', 'day_after_on'),
        ('four_weeks_before', 'day_after_on - 56', 'day_after_on - 28'),
        ('four_weeks_year_ago', 'day_after_on - 392', 'day_after_on - 364'),
        ('month', month_start_on, 'day_after_on'),
        ('month_before', months_later(month_start_on, '-1'), month_start_on)
    ) %}
        select
            '{{ time_window }}' as time_window,
            {{ starts_on }} as starts_on,
            {{ ends_on }} as ends_on
        from {{ ref('int_horizon') }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

sized as (
    select
        *,
        {{ days_between('starts_on', 'ends_on') }} as days
    from windows
),

sums as (
    -- a change counts for the days of the window from its own day on
    select
        c.office_key,
        c.service_line,
        w.time_window,
        w.starts_on,
        w.ends_on,
        {% for measure in measures %}
            sum(c.{{ measure }} * {{ window_days_left }})
                as {{ measure }}_day_sum,
        {% endfor %}
        w.days
    from {{ ref('int_office_changes') }} as c
    inner join sized as w on c.day_on < w.ends_on
    group by c.office_key, c.service_line, w.time_window, w.starts_on, w.ends_on, w.days
),

per_scheme as (
    select
        p.office_key,
        p.service_line,
        p.time_window,
        p.starts_on,
        p.ends_on,
        p.days,
        s.weight_scheme,
        {{ office_day_sums() }}
    from sums as p
    cross join {{ ref('int_weight_schemes') }} as s
)

select
    o.office_id,
    p.service_line,
    p.weight_scheme,
    p.time_window,
    p.starts_on as window_start_on,
    p.ends_on - 1 as window_end_on,
    p.days,
    {{ office_means() }},
    {{ office_means_now() }}
from per_scheme as p
inner join {{ ref('int_offices') }} as o on p.office_key = o.office_key
where {{ office_has_figures() }}
