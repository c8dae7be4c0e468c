{{ config(materialized='view') }}
-- One row per office, grade, scheme and month: people among whom a run of four weeks is looked for. They have
-- capacity on a Sunday of the month, which ends a whole week.
select
    a.office_key,
    a.grade,
    a.scheme_key,
    p.period_start_on,
    count(distinct a.officer_key) as officers
from {{ ref('int_able_periods') }} as a
inner join {{ ref('int_periods') }} as p
    on
        p.grain = 'month'
        and a.valid_from < p.period_end_on
        and a.valid_to > p.first_day_on
        and {{ first_day_of('week', 'greatest(a.valid_from, p.first_day_on)') }} + 6
        < least(a.valid_to, p.period_end_on)
group by a.office_key, a.grade, a.scheme_key, p.period_start_on
