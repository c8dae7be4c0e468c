-- One row per officer, figure and period in which the whole person, over all offices, is above as many
-- thresholds.
-- Figures: weighing keys for work against capacity, 0 for cases carried. Periods above none are left out.
-- depends_on: {{ ref('int_capacity_grain') }}
{% set work = weighing_columns(['work_parts']) %}
{% set capacity = scheme_columns(['capacity_parts']) %}
{% set measures = ['cases'] + work + capacity %}
with offices_of_officers as (
    select
        officer_key,
        min(office_key) = max(office_key) as has_one_office
    from {{ ref('int_officer_balances') }}
    group by officer_key
),

changes_of_several as (
    select
        c.officer_key,
        c.day_on,
        {{ sums_of(measures) }}
    from {{ ref('int_officer_changes') }} as c
    inner join offices_of_officers as o on c.officer_key = o.officer_key and not o.has_one_office
    where c.day_on <= (select as_of from {{ ref('int_horizon') }})
    group by c.officer_key, c.day_on
),

persons as (
    -- whoever has one office is there as a whole person: nothing to add up
    select
        b.officer_key,
        {% for measure in measures %}
            b.{{ measure }},
        {% endfor %}
        b.valid_from
    from {{ ref('int_officer_balances') }} as b
    inner join offices_of_officers as o on b.officer_key = o.officer_key and o.has_one_office
    union all
    select
        officer_key,
        {% for measure in measures %}
            sum({{ measure }}) over so_far as {{ measure }},
        {% endfor %}
        day_on as valid_from
    from changes_of_several
    window so_far as (
        partition by officer_key order by day_on rows between unbounded preceding and current row
    )
),

thresholds as ({{ thresholds_in_a_row() }}),

levels as (
    select
        p.officer_key,
        p.valid_from,
        {% for key in weighing_keys() %}
            {% set work_held = against_capacity('p.work_parts_' ~ key) %}
            {{ level_of_work(work_held, 'p.capacity_parts_' ~ scheme_key_of(key)) }} as level_{{ key }},
        {% endfor %}
        {{ level_of_cases('p.cases') }} as level_0
    from persons as p
    cross join thresholds as t
),

compared as (
    select
        officer_key,
        valid_from,
        {% for key in [0] + weighing_keys() %}
            level_{{ key }},
            level_{{ key }} <> coalesce(lag(level_{{ key }}) over by_day, 0) as changes_{{ key }},
        {% endfor %}
        row_number() over by_day as position
    from levels
    window by_day as (partition by officer_key order by valid_from)
),

changed as (
    {% for key in [0] + weighing_keys() %}
        select
            officer_key,
            {{ key }} as figure_key,
            valid_from,
            level_{{ key }} as level
        from compared
        where changes_{{ key }}
        {{ 'union all' if not loop.last }}
    {% endfor %}
),

periods as (
    select
        officer_key,
        figure_key,
        level,
        valid_from,
        coalesce(
            lead(valid_from) over (partition by officer_key, figure_key order by valid_from),
            (select day_after_on from {{ ref('int_horizon') }})
        ) as valid_to
    from changed
)

select
    officer_key,
    figure_key,
    level,
    valid_from,
    valid_to
from periods
where level > 0
