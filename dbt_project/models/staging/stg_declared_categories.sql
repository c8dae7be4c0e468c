-- One row per category value that a mapping adds to the policy.
select
    category,
    category_value,
    service_line
from {{ source('raw', 'declared_categories') }}
