-- One row per work type: a mandate or a task, with its service line and labels.
select
    work_type,
    kind,
    service_line,
    person_category,
    label_en,
    label_nl,
    cast(work_type_key as bigint) as position
from {{ ref('int_work_types') }}
