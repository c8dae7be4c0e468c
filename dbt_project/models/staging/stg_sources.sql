-- One row per source system: the day up to which it knows, and the row that says so where it is one alone.
select
    source_system,
    as_of,
    is_as_of_stated,
    deliveries,
    last_delivery,
    coalesce(as_of_file, '') as as_of_file,
    as_of_row,
    coalesce(as_of_column, '') as as_of_column
from {{ source('raw', 'sources') }}
