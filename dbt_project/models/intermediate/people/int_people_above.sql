{{ config(materialized='view') }}
-- One row per officer, office, grade, scheme, rank of a measure and period in which the person is above it,
-- or Sunday on which four ISO weeks in a row above it end.
with ranks as (
    select distinct
        scheme_key,
        measure,
        threshold_rank,
        then_key,
        now_key
    from {{ ref('int_threshold_figures') }}
),

levels as (
    select
        officer_key,
        figure_key,
        level,
        false as is_run,
        valid_from,
        valid_to
    from {{ ref('int_person_levels') }}
    union all
    select
        officer_key,
        figure_key,
        level,
        true as is_run,
        sunday_on as valid_from,
        sunday_on + 1 as valid_to
    from {{ ref('int_person_runs') }}
)

select
    a.officer_key,
    a.office_key,
    a.grade,
    a.scheme_key,
    r.measure,
    r.threshold_rank,
    p.is_run,
    case when p.figure_key = r.then_key then 1 else 0 end as over_then,
    case when p.figure_key = r.now_key then 1 else 0 end as over_now,
    greatest(a.valid_from, p.valid_from) as valid_from,
    least(a.valid_to, p.valid_to) as valid_to
from levels as p
inner join {{ ref('int_able_periods') }} as a
    on p.officer_key = a.officer_key and p.valid_from < a.valid_to and p.valid_to > a.valid_from
inner join ranks as r
    on
        a.scheme_key = r.scheme_key
        and p.level >= r.threshold_rank
        and p.figure_key in (r.then_key, r.now_key)
