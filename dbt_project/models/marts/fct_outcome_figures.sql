-- One row per figure of another body about a cohort, with its share.
select
    source,
    measure,
    office_id,
    supervision_type,
    note,
    cohort_start_on,
    cohort_end_on,
    numerator,
    denominator,
    case when denominator > 0 then 100 * numerator / denominator end as outcome_pct
from {{ ref('stg_outcome_figures') }}
