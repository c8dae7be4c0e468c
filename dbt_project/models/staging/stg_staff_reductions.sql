-- One row per officer, reason and period in which a share of all contracts is not available.
select
    officer_id,
    reason,
    valid_from,
    {{ open_end('valid_to') }} as valid_to,
    share
from {{ source('raw', 'staff_reductions') }}
