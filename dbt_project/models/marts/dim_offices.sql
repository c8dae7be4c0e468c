-- One row per office, in the fixed order in which pages show it.
select
    office_id,
    office_name,
    coalesce(region, '') as region,
    coalesce(predecessor_office_id, '') as predecessor_office_id,
    latitude,
    longitude,
    opened_on,
    closed_on,
    row_number() over (order by office_name, office_id) as position
from {{ ref('stg_offices') }}
