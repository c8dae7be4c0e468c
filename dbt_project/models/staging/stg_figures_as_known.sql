-- One row per edition, measure, office and month of earlier publications.
select
    edition,
    build_id,
    measure,
    office_id,
    known_on,
    month_start_on,
    figure
from {{ source('raw', 'figures_as_known') }}
