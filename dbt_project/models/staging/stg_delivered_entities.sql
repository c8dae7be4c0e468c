-- One row per entity of the contract: whether it was delivered.
select
    entity,
    is_delivered,
    rows
from {{ source('raw', 'delivered_entities') }}
