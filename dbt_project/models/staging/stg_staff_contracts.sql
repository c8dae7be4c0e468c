-- One row per officer, office and period of a contract.
select
    officer_id,
    office_id,
    grade,
    coalesce(service_line, {{ usual_line() }}) as service_line,
    specialisation,
    valid_from,
    {{ open_end('valid_to') }} as valid_to,
    fte
from {{ source('raw', 'staff_contracts') }}
