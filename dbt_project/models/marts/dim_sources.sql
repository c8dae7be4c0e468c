-- One row per source system: up to which day it knows, and how far it is behind the others.
select
    s.source_system,
    s.last_delivery,
    s.as_of_file,
    s.as_of_column,
    s.is_as_of_stated,
    s.as_of < h.as_of as is_behind,
    s.as_of,
    s.as_of_row,
    s.deliveries,
    {{ days_between('s.as_of', 'h.as_of') }} as days_behind
from {{ ref('stg_sources') }} as s
cross join {{ ref('int_horizon') }} as h
