-- One row per office with its number.
select
    row_number() over (order by office_id) as office_key,
    office_id
from {{ ref('stg_offices') }}
