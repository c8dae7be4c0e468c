-- One row per label that a mapping gives to a category value, as the kind and code that the marts know it by.
select
    case when category in ('supervision_type', 'task_type') then 'work_type' else category end as kind,
    category_value as code,
    language,
    label
from {{ source('raw', 'declared_labels') }}
