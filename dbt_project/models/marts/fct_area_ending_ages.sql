-- One row per area, service line, supervision type (empty: all), age in months and end reason (empty: all):
-- cases that could end at that age in the last three years, and those that did. A case is of the office that
-- received it, wherever it moves.
with years as (
    select
        year_start_on,
        next_start_on
    from {{ ref('int_whole_years') }}
    order by year_start_on desc
    limit 3
),

seen as (
    select
        min(year_start_on) as first_on,
        max(next_start_on) as after_on
    from years
),

cases as (
    select
        o.office_id,
        t.service_line,
        t.work_type as supervision_type,
        {{ month_number('c.opened_on') }} as opened_month,
        -- what ends after these years still runs in them
        case when c.ended_on < s.after_on then {{ month_number('c.ended_on') }} end as ended_month,
        case when c.end_reason = '' then 'not_recorded' else c.end_reason end as end_reason,
        {{ month_number('s.first_on') }} as first_month,
        {{ month_number('s.after_on') }} as after_month
    from {{ ref('int_cases_keyed') }} as c
    inner join seen as s on c.opened_on < s.after_on and coalesce(c.ended_on, s.first_on) >= s.first_on
    inner join {{ ref('int_offices') }} as o on c.opening_office_key = o.office_key
    inner join {{ ref('int_work_types') }} as t on c.work_type_key = t.work_type_key
),

spans as (
    select
        office_id,
        service_line,
        supervision_type,
        greatest(opened_month, first_month) - opened_month as from_age,
        coalesce(ended_month + 1, after_month) - opened_month as after_age,
        case when ended_month is not null then end_reason end as end_reason,
        count(*) as cases
    from cases
    group by
        office_id,
        service_line,
        supervision_type,
        greatest(opened_month, first_month) - opened_month,
        coalesce(ended_month + 1, after_month) - opened_month,
        case when ended_month is not null then end_reason end
),

changes as (
    select
        office_id,
        service_line,
        supervision_type,
        from_age as age_months,
        '' as end_reason,
        cases as seen_cases,
        0 as ended_cases
    from spans
    union all
    select
        office_id,
        service_line,
        supervision_type,
        after_age as age_months,
        '' as end_reason,
        -cases as seen_cases,
        0 as ended_cases
    from spans
    union all
    select
        office_id,
        service_line,
        supervision_type,
        after_age - 1 as age_months,
        end_reason,
        0 as seen_cases,
        cases as ended_cases
    from spans
    where end_reason is not null
),

by_area as (
    select
        a.area_id,
        m.service_line,
        coalesce(m.supervision_type, '') as supervision_type,
        m.age_months,
        m.end_reason,
        sum(m.seen_cases) as seen_cases,
        sum(m.ended_cases) as ended_cases
    from changes as m
    inner join {{ ref('int_areas') }} as a on m.office_id = a.office_id and a.part_id = ''
    group by
        grouping sets (
            (a.area_id, m.service_line, m.age_months, m.end_reason),
            (a.area_id, m.service_line, m.age_months, m.end_reason, m.supervision_type)
        )
),

numbers as (
    {{ numbers(4) }}
),

kinds as (
    select
        area_id,
        service_line,
        supervision_type,
        max(age_months) as oldest_months
    from by_area
    group by area_id, service_line, supervision_type
),

-- every age up to the oldest: between two changes as many can end as before
ages as (
    select
        k.area_id,
        k.service_line,
        k.supervision_type,
        cast(n.number as int) as age_months
    from kinds as k
    inner join numbers as n on k.oldest_months >= n.number
),

sums as (
    select
        area_id,
        service_line,
        supervision_type,
        age_months,
        sum(seen_cases) as seen_cases,
        sum(ended_cases) as ended_cases
    from by_area
    group by area_id, service_line, supervision_type, age_months
),

at_risk as (
    select
        g.area_id,
        g.service_line,
        g.supervision_type,
        g.age_months,
        sum(s.seen_cases) over (
            partition by g.area_id, g.service_line, g.supervision_type
            order by g.age_months
        ) as at_risk_cases,
        coalesce(s.ended_cases, 0) as ended_cases
    from ages as g
    left join sums as s
        on
            g.area_id = s.area_id
            and g.service_line = s.service_line
            and g.supervision_type = s.supervision_type
            and g.age_months = s.age_months
),

endings as (
    select
        area_id,
        service_line,
        supervision_type,
        age_months,
        '' as end_reason,
        at_risk_cases,
        ended_cases
    from at_risk
    union all
    select
        r.area_id,
        r.service_line,
        r.supervision_type,
        r.age_months,
        b.end_reason,
        r.at_risk_cases,
        b.ended_cases
    from at_risk as r
    inner join by_area as b
        on
            r.area_id = b.area_id
            and r.service_line = b.service_line
            and r.supervision_type = b.supervision_type
            and r.age_months = b.age_months
    where b.end_reason <> ''
)

select
    e.area_id,
    e.service_line,
    e.supervision_type,
    e.age_months,
    e.end_reason,
    s.first_on as window_start_on,
    cast(s.after_on - 1 as date) as last_day_on,
    cast(e.at_risk_cases as bigint) as at_risk_cases,
    cast(e.ended_cases as bigint) as ended_cases
from endings as e
cross join seen as s
where e.at_risk_cases > 0
-- in the order that pages ask for: of a large file only what belongs to the area is read
order by e.area_id, e.service_line, e.supervision_type, e.age_months
