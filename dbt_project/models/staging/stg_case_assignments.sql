-- One row per case, officer and period in which the officer carries a share of it.
select
    case_id,
    officer_id,
    valid_from,
    {{ open_end('valid_to') }} as valid_to,
    coalesce(share, 1) as share
from {{ source('raw', 'case_assignments') }}
