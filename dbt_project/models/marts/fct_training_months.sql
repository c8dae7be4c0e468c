-- One row per office, topic and month: hours of training that a group followed, as delivered.
select
    office_id,
    topic,
    month_start_on,
    hours as training_hours,
    participants
from {{ ref('stg_training') }}
