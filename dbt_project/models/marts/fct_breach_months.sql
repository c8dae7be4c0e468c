-- One row per office, supervision type and month: reports of a breach, and what followed in the same
-- case within six months. A report is watched once those six months are over.
with reports as (
    select
        event_id,
        case_id,
        occurred_on,
        {{ months_later('occurred_on', '6') }} as watched_until_on
    from {{ ref('stg_case_events') }}
    where event = 'breach_report'
),

followed as (
    -- who was revoked was sanctioned too, in the harder way
    select
        b.event_id,
        max(case when e.event = 'revocation' then 2 else 1 end) as hardest
    from reports as b
    inner join {{ ref('stg_case_events') }} as e
        on b.case_id = e.case_id and b.occurred_on <= e.occurred_on and b.watched_until_on > e.occurred_on
    where e.event in ('sanction', 'revocation')
    group by b.event_id
),

watched as (
    select
        b.case_id,
        b.occurred_on,
        b.watched_until_on <= h.day_after_on as is_watched,
        coalesce(f.hardest, 0) as hardest
    from reports as b
    cross join {{ ref('int_horizon') }} as h
    left join followed as f on b.event_id = f.event_id
)

select
    {{ office_then() }} as office_id,
    c.supervision_type,
    {{ first_day_of('month', 'r.occurred_on') }} as month_start_on,
    count(*) as breach_reports,
    {{ count_where("r.is_watched") }} as watched_reports,
    {{ count_where("r.is_watched and r.hardest = 2") }} as revoked_reports,
    {{ count_where("r.is_watched and r.hardest = 1") }} as sanctioned_reports,
    {{ count_where("r.is_watched and r.hardest = 0") }} as unfollowed_reports
from watched as r
{{ with_case_on('r.occurred_on') }}
group by {{ office_then() }}, c.supervision_type, {{ first_day_of('month', 'r.occurred_on') }}
