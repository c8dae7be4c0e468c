-- One row per source, edition, period, measure, office and type; empty office or type means all of them.
select
    f.source,
    f.edition,
    f.measure,
    coalesce(f.office_id, '') as office_id,
    coalesce(f.supervision_type, '') as supervision_type,
    f.unit,
    coalesce(f.note, '') as note,
    f.period_start_on,
    f.period_end_on,
    f.value as published_value,
    -- 9 before 10, May before June: the letters of an edition do not say which is later
    e.edition_order
from {{ source('raw', 'published_figures') }} as f
inner join {{ source('raw', 'editions') }} as e on f.edition = e.edition
