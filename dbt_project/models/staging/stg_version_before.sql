-- One row where a version is replaced: which one, and whether it was said that all differences are right.
select
    build_id,
    file,
    as_of,
    is_accepted
from {{ source('raw', 'version_before') }}
