-- One row per service line and period: what a full-time equivalent costs in a year, where an agency says so.
select
    service_line,
    covers,
    source,
    valid_from,
    valid_to,
    cast(eur_per_fte_year as double) as eur_per_fte_year
from {{ ref('tariffs') }}
