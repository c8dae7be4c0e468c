-- One row per category value that a mapping adds to the policy.
select
    category,
    category_value,
    label_en,
    label_nl,
    service_line
from {{ source('raw', 'declared_categories') }}
