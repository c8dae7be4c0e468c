{{ config(materialized='view') }}
-- One row per office, grade, scheme, rank of a measure and month: people above it in four ISO weeks in a row,
-- the last ending in the month, then and now.
with ranks as (
    select distinct
        scheme_key,
        measure,
        threshold_rank,
        then_key,
        now_key
    from {{ ref('int_threshold_figures') }}
)

select
    a.office_key,
    a.grade,
    a.scheme_key,
    r.measure,
    r.threshold_rank,
    {{ first_day_of('month', 'p.sunday_on') }} as period_start_on,
    count(distinct case when p.figure_key = r.then_key then p.officer_key end) as officers_then,
    count(distinct case when p.figure_key = r.now_key then p.officer_key end) as officers_now
from {{ ref('int_person_runs') }} as p
inner join {{ ref('int_able_periods') }} as a
    on p.officer_key = a.officer_key and p.sunday_on >= a.valid_from and p.sunday_on < a.valid_to
inner join ranks as r
    on
        a.scheme_key = r.scheme_key
        and p.level >= r.threshold_rank
        and p.figure_key in (r.then_key, r.now_key)
group by
    a.office_key, a.grade, a.scheme_key, r.measure, r.threshold_rank,
    {{ first_day_of('month', 'p.sunday_on') }}
