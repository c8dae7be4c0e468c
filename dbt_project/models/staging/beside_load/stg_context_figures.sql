-- One row per month, measure and office of what surrounds the work.
select
    measure,
    coalesce(office_id, '') as office_id,
    unit,
    month_start_on,
    cast(value as double) as amount
from {{ source('raw', 'context_figures') }}
