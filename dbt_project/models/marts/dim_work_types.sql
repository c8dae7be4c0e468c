-- One row per work type: a mandate or a task, with its service line and labels.
select
    t.work_type,
    t.kind,
    t.service_line,
    t.person_category,
    coalesce(en.label, t.work_type) as label_en,
    coalesce(nl.label, en.label, t.work_type) as label_nl,
    cast(t.work_type_key as bigint) as position
from {{ ref('int_work_types') }} as t
left join {{ ref('dim_labels') }} as en
    on t.work_type = en.code and en.kind = 'work_type' and en.language = 'en'
left join {{ ref('dim_labels') }} as nl
    on t.work_type = nl.code and nl.kind = 'work_type' and nl.language = 'nl'
