-- One row: as_of and the day up to which plans are followed: what is left of the running week, and 52 more.
select
    as_of,
    day_after_on,
    {{ first_day_of('week', 'as_of') }} + 371 as horizon_on
from {{ ref('stg_builds') }}
