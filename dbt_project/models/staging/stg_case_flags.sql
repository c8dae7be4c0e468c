-- One row per case, flag and first day of the flag.
select
    case_id,
    flag,
    valid_from,
    {{ open_end('valid_to') }} as valid_to
from {{ source('raw', 'case_flags') }}
