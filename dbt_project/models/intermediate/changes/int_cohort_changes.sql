-- One row per day, office, supervision type and age band on which cases of the band are received, come or go.
-- A case goes from band to band on the first day of a month, counted from that in which it was received.
with received as (
    -- whoever was received counts from the first of the month, and whatever became of the case
    select
        opening_office_key as office_key,
        work_type_key,
        {{ first_day_of('month', 'opened_on') }} as month_start_on,
        cast(count(*) as double) as cases
    from {{ ref('int_cases_clocked') }}
    group by opening_office_key, work_type_key, {{ first_day_of('month', 'opened_on') }}
),

moves_until as (
    select
        m.office_before_key,
        m.office_key,
        m.moved_on,
        c.work_type_key,
        c.opened_on,
        c.open_until_on
    from {{ ref('int_case_moves') }} as m
    inner join {{ ref('int_cases_clocked') }} as c on m.case_key = c.case_key
),

open_periods as (
    -- in the office that received it, until it ends
    select
        opening_office_key as office_key,
        work_type_key,
        opened_on,
        opened_on as valid_from,
        open_until_on as valid_to,
        1 as still_open_cases,
        1 as open_cases
    from {{ ref('int_cases_clocked') }}
    where opened_on < open_until_on
    union all
    -- a move takes it from one office to another for all the time that follows
    select
        office_before_key as office_key,
        work_type_key,
        opened_on,
        moved_on as valid_from,
        open_until_on as valid_to,
        0 as still_open_cases,
        -1 as open_cases
    from moves_until
    union all
    select
        office_key,
        work_type_key,
        opened_on,
        moved_on as valid_from,
        open_until_on as valid_to,
        0 as still_open_cases,
        1 as open_cases
    from moves_until
),

periods as (
    select
        r.office_key,
        r.work_type_key,
        b.age_from_months,
        r.cases as received_cases,
        0 as still_open_cases,
        0 as open_cases,
        {{ months_later('r.month_start_on', 'b.age_from_months') }} as valid_from,
        {{ open_end(months_later('r.month_start_on', 'b.age_to_months')) }} as valid_to
    from received as r
    cross join {{ age_bands() }} as b
    union all
    select
        p.office_key,
        p.work_type_key,
        b.age_from_months,
        0 as received_cases,
        p.still_open_cases,
        p.open_cases,
        greatest(
            p.valid_from, {{ months_later(first_day_of('month', 'p.opened_on'), 'b.age_from_months') }}
        ) as valid_from,
        least(
            p.valid_to,
            {{ open_end(months_later(first_day_of('month', 'p.opened_on'), 'b.age_to_months')) }}
        ) as valid_to
    from open_periods as p
    cross join {{ age_bands() }} as b
),

changes as (
    select
        p.office_key,
        p.work_type_key,
        p.age_from_months,
        s.sign * p.received_cases as received_cases,
        s.sign * p.still_open_cases as still_open_cases,
        s.sign * p.open_cases as open_cases,
        case when s.sign = 1 then p.valid_from else p.valid_to end as day_on
    from periods as p
    cross join {{ beginning_and_end() }} as s
    where p.valid_from < p.valid_to
)

select
    day_on,
    office_key,
    work_type_key,
    age_from_months,
    sum(received_cases) as received_cases,
    sum(still_open_cases) as still_open_cases,
    sum(open_cases) as open_cases
from changes
where day_on <= (select as_of from {{ ref('int_horizon') }})
group by day_on, office_key, work_type_key, age_from_months
