-- One row: as_of and the day up to which plans are followed, 52 whole weeks and the running one ahead.
select
    as_of,
    day_after_on,
    as_of + 378 as horizon_on
from {{ ref('stg_builds') }}
