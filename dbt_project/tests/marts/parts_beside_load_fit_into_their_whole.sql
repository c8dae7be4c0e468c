-- What became of contacts, conditions, referrals and the rest is never more than there was.
select 'fct_audit_action_months' as mart
from {{ ref('fct_audit_action_months') }}
where
    not coalesce(
        overdue_actions_end <= open_actions_end,
        false
    )
union all
select 'fct_audit_months' as mart
from {{ ref('fct_audit_months') }}
where
    not coalesce(
        audits_with_finding <= audits
        and score_pct_avg between 0 and 100,
        false
    )
union all
select 'fct_breach_months' as mart
from {{ ref('fct_breach_months') }}
where
    not coalesce(
        revoked_reports + sanctioned_reports + unfollowed_reports = watched_reports
        and watched_reports <= breach_reports,
        false
    )
union all
select 'fct_condition_months' as mart
from {{ ref('fct_condition_months') }}
where
    not coalesce(
        met_conditions + partly_met_conditions + not_met_conditions + lifted_conditions <= ended_conditions,
        false
    )
union all
select 'fct_contact_months' as mart
from {{ ref('fct_contact_months') }}
where
    not coalesce(
        held_contacts + excused_contacts + missed_contacts + cancelled_contacts <= planned_contacts
        and held_in_time_contacts <= held_contacts
        and timed_contacts <= held_contacts,
        false
    )
union all
select 'fct_feedback_months' as mart
from {{ ref('fct_feedback_months') }}
where
    not coalesce(
        rated_low_feedback <= rated_feedback
        and rated_feedback <= received_feedback
        and answered_feedback <= received_feedback,
        false
    )
union all
select 'fct_need_months' as mart
from {{ ref('fct_need_months') }}
where
    not coalesce(
        need_reduced_cases <= needing_cases
        and needing_cases <= reassessed_cases,
        false
    )
union all
select 'fct_referral_months' as mart
from {{ ref('fct_referral_months') }}
where
    not coalesce(
        completed_referrals + dropped_out_referrals + refused_referrals + no_place_referrals + open_referrals
        <= made_referrals,
        false
    )
union all
select 'fct_survey_waves' as mart
from {{ ref('fct_survey_waves') }}
where not coalesce(
    respondents is null or respondents >= 10,
    false
)
