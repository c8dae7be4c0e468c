-- One row per rule of the mapping that left rows of a file out.
select
    delivery,
    file,
    entity,
    rule,
    rows
from {{ source('raw', 'left_out') }}
