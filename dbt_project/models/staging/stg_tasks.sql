-- One row per task.
select
    task_id,
    case_id,
    office_id,
    officer_id,
    task_type,
    requested_on,
    -- an officer named without a day of assignment has the task from the day it was asked for
    case when officer_id is not null then coalesce(assigned_on, requested_on) end as assigned_on,
    due_on,
    delivered_on
from {{ source('raw', 'tasks') }}
