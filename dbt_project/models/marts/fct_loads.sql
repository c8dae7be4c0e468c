-- One row per file and entity of a delivery: what came, what was loaded, what was not.
select
    delivery,
    source_system,
    kind,
    as_of,
    file,
    file_hash,
    entity,
    status,
    rows_delivered,
    rows_loaded,
    rows_quarantined,
    rows_left_out,
    rows_superseded,
    not_loaded,
    seconds,
    loaded_at
from {{ ref('stg_loads') }}
