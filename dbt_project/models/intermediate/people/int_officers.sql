-- One row per officer named anywhere, with a number.
with named_officers as (
    select officer_id from {{ ref('stg_staff_contracts') }}
    union distinct
    select officer_id from {{ ref('stg_case_assignments') }}
    union distinct
    select officer_id
    from {{ ref('stg_tasks') }}
    where officer_id is not null
)

select
    cast(row_number() over (order by officer_id) as int) as officer_key,
    officer_id
from named_officers
