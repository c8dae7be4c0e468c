{{ config(materialized='ephemeral') }}
-- One row per transfer of a case, with the period in which the case belongs to the office it went to.
select
    case_id,
    office_id,
    valid_from,
    {{ open_end('lead(valid_from) over (partition by case_id order by valid_from)') }} as valid_to
from {{ ref('stg_case_offices') }}
