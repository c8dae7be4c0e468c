-- One row per rejected row of a file, with the rule and the original text.
select
    delivery,
    source_system,
    file,
    row_number,
    entity,
    rule,
    column_name,
    original_value,
    hint,
    record
from {{ ref('stg_quarantine') }}
