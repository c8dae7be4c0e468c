-- One row per task that an officer has and that is not delivered on as_of.
select
    task_id,
    officer_id,
    office_id,
    case_id,
    task_type,
    requested_on,
    assigned_on,
    due_on
from {{ ref('stg_tasks') }}
where officer_id is not null and delivered_on is null
