-- One row per study and language: what was found, how, where and with whom.
select
    evidence,
    language,
    claim,
    design,
    country,
    published_in,
    population,
    outcome,
    follow_up,
    effect,
    limits,
    source,
    position
from {{ ref('evidence') }}
