-- One row per figure of another body about a cohort.
select
    source,
    measure,
    coalesce(office_id, '') as office_id,
    coalesce(supervision_type, '') as supervision_type,
    note,
    cohort_start_on,
    cohort_end_on,
    cast(numerator as double) as numerator,
    cast(denominator as double) as denominator
from {{ source('raw', 'outcome_figures') }}
