-- One row per rejected row of a file.
select
    delivery,
    source_system,
    file,
    row_number,
    entity,
    rule,
    column_name,
    original_value,
    hint,
    record
from {{ source('raw', 'quarantine') }}
