{{ config(materialized='view') }}
-- One row per scheme, measure, rank of its thresholds and figure of a person that is compared with them:
-- whether by the weights of each day, by those of as_of, or both.
with figures as (
    select
        scheme_key,
        measure,
        threshold_rank,
        then_key as figure_key,
        1 as over_then,
        0 as over_now
    from {{ ref('int_threshold_figures') }}
    union all
    select
        scheme_key,
        measure,
        threshold_rank,
        now_key as figure_key,
        0 as over_then,
        1 as over_now
    from {{ ref('int_threshold_figures') }}
)

select
    scheme_key,
    measure,
    threshold_rank,
    figure_key,
    max(over_then) as over_then,
    max(over_now) as over_now
from figures
group by scheme_key, measure, threshold_rank, figure_key
