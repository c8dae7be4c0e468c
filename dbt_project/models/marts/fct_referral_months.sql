-- One row per office, supervision type, domain and month: referrals made in the month, and what has
-- become of them up to the last day of the data. Each counts in the office that the case had on the
-- day of the referral.
with referrals as (
    select
        {{ office_then() }} as office_id,
        c.supervision_type,
        r.domain,
        coalesce(r.result, case when r.ended_on is null then 'open' else 'not_recorded' end) as result,
        {{ first_day_of('month', 'r.referred_on') }} as month_start_on,
        {{ days_between('r.referred_on', 'r.started_on') }} as wait_days
    from {{ ref('stg_referrals') }} as r
    {{ with_case_on('r.referred_on') }}
)

select
    office_id,
    supervision_type,
    domain,
    month_start_on,
    count(*) as made_referrals,
    count(wait_days) as started_referrals,
    {{ count_where("result = 'completed'") }} as completed_referrals,
    {{ count_where("result = 'dropped_out'") }} as dropped_out_referrals,
    {{ count_where("result = 'refused'") }} as refused_referrals,
    {{ count_where("result = 'no_place'") }} as no_place_referrals,
    {{ count_where("result = 'open'") }} as open_referrals,
    cast(percentile_cont(0.5) within group (order by wait_days) as double) as wait_days_p50
from referrals
group by office_id, supervision_type, domain, month_start_on
