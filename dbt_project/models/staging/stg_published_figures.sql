-- One row per source, edition, period, measure, office and type; empty office or type means all of them.
select
    source,
    edition,
    measure,
    coalesce(office_id, '') as office_id,
    coalesce(supervision_type, '') as supervision_type,
    unit,
    coalesce(note, '') as note,
    period_start_on,
    period_end_on,
    value as published_value
from {{ source('raw', 'published_figures') }}
