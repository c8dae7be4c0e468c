-- One row: the month from which the delivered data tell the whole story.
-- Before the first ending an extract holds only the cases that survived until it was begun.
with cases as (
    select coalesce(min(ended_on), min(opened_on)) as first_on
    from {{ ref('int_cases_keyed') }}
),

figures as (
    select min(period_start_on) as first_on
    from {{ ref('stg_published_figures') }}
)

select {{ first_day_of('month', 'coalesce(c.first_on, f.first_on, h.as_of)') }} as covered_from
from {{ ref('int_horizon') }} as h
cross join cases as c
cross join figures as f
