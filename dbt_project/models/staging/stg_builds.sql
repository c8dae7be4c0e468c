-- One row: the build at hand. Today is a row, never a function call inside a model.
select
    build_id,
    version,
    source_systems,
    is_synthetic,
    is_as_of_stated,
    as_of,
    as_of + 1 as day_after_on,
    built_at,
    deliveries
from {{ source('raw', 'builds') }}
