-- One row per office, month and topic of training.
select
    office_id,
    topic,
    month_start_on,
    cast(hours as double) as hours,
    participants
from {{ source('raw', 'training') }}
