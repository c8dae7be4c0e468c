{{ config(materialized='view') }}
-- One row per scheme and threshold, with the figures of a person it is compared with, then and now.
-- Figures as in int_person_levels: cases (0), or the work of a weighing.
select
    s.scheme_key,
    s.weight_scheme,
    t.threshold_set,
    t.measure,
    t.threshold,
    t.threshold_rank,
    case when t.measure = 'active_cases' then 0 else s.scheme_key end as then_key,
    case when t.measure = 'active_cases' then 0 else s.now_key end as now_key
from {{ ref('int_weight_schemes') }} as s
cross join {{ ref('int_thresholds') }} as t
