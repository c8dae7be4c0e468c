-- One row per contact that was planned. Who held it stays out: no figure is about an officer.
select
    contact_id,
    case_id,
    mode,
    attendance,
    method,
    planned_on,
    case when attendance = 'held' then coalesce(held_on, planned_on) end as held_on,
    case
        when attendance = 'held' and held_on < planned_on then held_on else planned_on
    end as counted_on,
    case when attendance = 'held' then minutes end as minutes
from {{ source('raw', 'contacts') }}
