-- One row per threshold of a named set; none is the limit.
select
    threshold_set,
    measure,
    label as label_en,
    label_nl,
    source,
    cast(threshold as double) as threshold
from {{ ref('threshold_sets') }}
