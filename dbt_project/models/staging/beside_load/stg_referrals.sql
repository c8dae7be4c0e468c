-- One row per referral to a partner. The municipality stays out: no figure shows it.
select
    referral_id,
    case_id,
    domain,
    partner_kind,
    result,
    referred_on,
    started_on,
    ended_on
from {{ source('raw', 'referrals') }}
