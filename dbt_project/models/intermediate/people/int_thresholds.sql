-- One row per threshold of a named set, with its rank: what is above rank 3 is above ranks 1 and 2 too.
select
    threshold_set,
    measure,
    cast(threshold as double) as threshold,
    cast(dense_rank() over (partition by measure order by threshold) as int) as threshold_rank
from {{ ref('threshold_sets') }}
