-- One row per day from the year of the first change of anything to as_of, so that every period is whole.
with bounds as (
    select
        least(
            (select min(least(received_on, coalesce(started_on, received_on))) from raw.cases),
            (select min(valid_from) from raw.staff_contracts),
            (select min(coalesce(assigned_on, requested_on)) from raw.tasks where officer_id is not null)
        ) as first_on,
        as_of
    from raw.builds
)

select cast(d.day_on as date) as day_on
from bounds as b, generate_series(date_trunc('year', b.first_on), b.as_of, interval 1 day) as d (day_on)
