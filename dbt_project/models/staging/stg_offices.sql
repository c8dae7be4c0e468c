-- One row per office.
select
    office_id,
    office_name,
    region,
    predecessor_office_id,
    latitude,
    longitude,
    opened_on,
    closed_on
from {{ source('raw', 'offices') }}
