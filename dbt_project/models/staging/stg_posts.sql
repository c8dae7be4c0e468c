-- One row per vacancy or hire to come.
select
    post_id,
    office_id,
    grade,
    coalesce(service_line, {{ usual_line() }}) as service_line,
    status,
    expected_start_on,
    fte
from {{ source('raw', 'posts') }}
