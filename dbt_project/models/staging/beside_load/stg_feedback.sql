-- One row per piece of feedback.
select
    feedback_id,
    coalesce(office_id, '') as office_id,
    from_group,
    topic,
    answer,
    received_on,
    answered_on,
    rating
from {{ source('raw', 'feedback') }}
