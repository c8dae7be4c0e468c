-- One row per office, topic, answer (empty: none yet), days until it came and month: feedback that came in.
-- Of what has no answer yet the days are those up to the last day of the data.
with pieces as (
    select
        f.office_id,
        f.topic,
        case when f.answered_on is null then '' else coalesce(f.answer, 'not_recorded') end as answer,
        {{ days_between('f.received_on', 'coalesce(f.answered_on, b.as_of)') }} as wait_days,
        {{ first_day_of('month', 'f.received_on') }} as month_start_on
    from {{ ref('stg_feedback') }} as f
    cross join {{ ref('stg_builds') }} as b
)

select
    office_id,
    topic,
    answer,
    wait_days,
    month_start_on,
    count(*) as received_feedback
from pieces
group by office_id, topic, answer, wait_days, month_start_on
