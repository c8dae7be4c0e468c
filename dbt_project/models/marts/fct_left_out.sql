-- One row per rule of a mapping that left rows of a file out.
select
    delivery,
    file,
    entity,
    rule,
    rows
from {{ ref('stg_left_out') }}
