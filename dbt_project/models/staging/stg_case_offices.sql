-- One row per case and day from which it belongs to an office.
select
    case_id,
    office_id,
    valid_from
from {{ source('raw', 'case_offices') }}
