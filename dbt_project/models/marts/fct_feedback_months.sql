-- One row per office, group that it came from, topic and month: feedback that came in, how it was
-- rated, and how much of it was answered.
with pieces as (
    select
        *,
        {{ days_between('received_on', 'answered_on') }} as answer_days
    from {{ ref('stg_feedback') }}
)

select
    office_id,
    from_group,
    topic,
    {{ first_day_of('month', 'received_on') }} as month_start_on,
    count(*) as received_feedback,
    count(rating) as rated_feedback,
    {{ count_where("rating <= 2") }} as rated_low_feedback,
    count(answered_on) as answered_feedback,
    cast(avg(rating) as double) as rating_avg,
    cast(percentile_cont(0.5) within group (order by answer_days) as double) as answer_days_p50
from pieces
group by office_id, from_group, topic, {{ first_day_of('month', 'received_on') }}
