-- One row per threshold of a named set; none is the limit.
select
    threshold_set,
    measure,
    source,
    cast(threshold as double) as threshold
from {{ ref('threshold_sets') }}
