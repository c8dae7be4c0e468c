-- One row per office.
select
    office_id,
    office_name,
    region,
    predecessor_office_id,
    latitude,
    longitude,
    opened_on,
    closed_on,
    delivery
from {{ source('raw', 'offices') }}
