-- The keys of what stands beside load, in one question: thirteen of their own would cost a build more than
-- all that they look at.
select 'stg_audit_actions' as model
from {{ ref('stg_audit_actions') }}
group by action_id
having count(*) > 1
union all
select 'stg_audits' as model
from {{ ref('stg_audits') }}
group by audit_id, criterion
having count(*) > 1
union all
select 'stg_case_events' as model
from {{ ref('stg_case_events') }}
group by event_id
having count(*) > 1
union all
select 'stg_case_needs' as model
from {{ ref('stg_case_needs') }}
group by case_id, assessed_on, domain
having count(*) > 1
union all
select 'stg_conditions' as model
from {{ ref('stg_conditions') }}
group by condition_id
having count(*) > 1
union all
select 'stg_contacts' as model
from {{ ref('stg_contacts') }}
group by contact_id
having count(*) > 1
union all
select 'stg_context_figures' as model
from {{ ref('stg_context_figures') }}
group by month_start_on, measure, office_id
having count(*) > 1
union all
select 'stg_feedback' as model
from {{ ref('stg_feedback') }}
group by feedback_id
having count(*) > 1
union all
select 'stg_incidents' as model
from {{ ref('stg_incidents') }}
group by incident_id
having count(*) > 1
union all
select 'stg_outcome_figures' as model
from {{ ref('stg_outcome_figures') }}
group by source, cohort_start_on, cohort_end_on, measure, office_id, supervision_type
having count(*) > 1
union all
select 'stg_referrals' as model
from {{ ref('stg_referrals') }}
group by referral_id
having count(*) > 1
union all
select 'stg_surveys' as model
from {{ ref('stg_surveys') }}
group by wave_on, office_id, scale, survey_group
having count(*) > 1
union all
select 'stg_training' as model
from {{ ref('stg_training') }}
group by office_id, month_start_on, topic
having count(*) > 1
