-- One row per office with its number.
select
    cast(row_number() over (order by office_id) as int) as office_key,
    office_id
from {{ ref('stg_offices') }}
