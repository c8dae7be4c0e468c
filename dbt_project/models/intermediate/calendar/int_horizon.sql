-- One row: as_of and the day up to which plans are followed: what is left of the running week, and the weeks
-- of the longest horizon after it.
with longest as (
    select max(weeks) as weeks
    from {{ ref('horizons') }}
)

select
    b.as_of,
    b.day_after_on,
    cast({{ first_day_of('week', 'b.as_of') }} + cast(7 * (l.weeks + 1) as int) as date) as horizon_on
from {{ ref('stg_builds') }} as b
cross join longest as l
