{{ config(materialized='view') }}
-- One row per change of weights, task in its window and day whose rows count: its work by the rows of the day
-- before or by its own.
-- a task weighs by the window that the row of a day gives it
select
    o.office_key,
    k.service_line,
    d.weight_scheme,
    d.changed_on,
    case when d.weighed_on < d.changed_on then w.weight else 0 end as before_units,
    case when d.weighed_on = d.changed_on then w.weight else 0 end as after_units
from {{ ref('int_weighed_on_days') }} as d
inner join {{ ref('task_weights') }} as w
    on
        d.weight_scheme = w.weight_scheme
        and d.weighed_on >= w.valid_from
        and d.weighed_on < {{ open_end('w.valid_to') }}
inner join {{ ref('stg_tasks') }} as t on w.task_type = t.task_type
inner join {{ ref('int_work_types') }} as k on t.task_type = k.work_type and k.kind = 'task'
inner join {{ ref('int_offices') }} as o on t.office_id = o.office_id
where
    t.officer_id is not null
    and d.changed_on >= case when w.weighs = 'after_delivery' then t.delivered_on else t.assigned_on end
    and d.changed_on
    < case
        when w.weighs = 'after_delivery' then t.delivered_on + cast(w.window_days as int)
        else {{ open_end('t.delivered_on') }}
    end
