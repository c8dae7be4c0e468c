-- One row per dated event that may explain a change: a law, the organisation, a break in a series.
select
    driver as event,
    kind,
    label_en,
    label_nl,
    affects,
    source,
    basis,
    happened_on
from {{ ref('drivers') }}
