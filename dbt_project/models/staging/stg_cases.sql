-- One row per mandate, with every column of the extract; opened_on is the earlier of received_on and
-- started_on. Which columns there are, the contract of the extract says.
select
    *, -- noqa: AM04
    least(received_on, coalesce(started_on, received_on)) as opened_on
from {{ source('raw', 'cases') }}
