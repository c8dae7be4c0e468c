-- One row per measure, office and month of what surrounds the work, as delivered.
select
    measure,
    office_id,
    unit,
    month_start_on,
    amount
from {{ ref('stg_context_figures') }}
