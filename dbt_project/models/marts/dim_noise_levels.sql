-- One row per measure: the move below which pages call two figures the same, and other bounds of pages.
select
    measure,
    unit,
    source,
    cast(threshold as double) as threshold
from {{ ref('noise_levels') }}
