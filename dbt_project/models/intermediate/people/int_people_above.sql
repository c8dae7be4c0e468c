{{ config(materialized='view') }}
-- One row per officer, office, grade, scheme, rank of a measure and period in which the person is above it.
select
    a.officer_key,
    a.office_key,
    a.grade,
    a.scheme_key,
    r.measure,
    r.threshold_rank,
    r.over_then,
    r.over_now,
    greatest(a.valid_from, p.valid_from) as valid_from,
    least(a.valid_to, p.valid_to) as valid_to
from {{ ref('int_person_levels') }} as p
inner join {{ ref('int_figure_ranks') }} as r on p.figure_key = r.figure_key and p.level >= r.threshold_rank
inner join {{ ref('int_able_periods') }} as a
    on
        p.officer_key = a.officer_key
        and r.scheme_key = a.scheme_key
        and p.valid_from < a.valid_to
        and p.valid_to > a.valid_from
