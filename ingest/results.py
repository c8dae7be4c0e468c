"""What an agency may hand in beside its work: contacts, outcomes, quality, and the people who do the work.

Section 1b of the contract. Every entity is optional, and any of them works without the others.
"""

from ingest.entity import Column, Entity, key, required

_PERCENT = (0, 100)
_FROM_NOTHING = (0, None)

RESULTS = (
    Entity(
        "contacts",
        (
            key("contact_id"),
            required("case_id", refers_to="cases"),
            required("planned_on", "date"),
            Column("held_on", "date", is_fact=True),
            required("mode", category="mode"),
            required("attendance", category="attendance"),
            Column("officer_id", refers_to="officers"),
            Column("method", is_code=True),
            Column("minutes", "whole", bounds=_FROM_NOTHING),
        ),
    ),
    Entity(
        "conditions",
        (
            key("condition_id"),
            required("case_id", refers_to="cases"),
            required("kind", is_code=True),
            required("imposed_on", "date", is_fact=True),
            Column("ended_on", "date", is_fact=True),
            Column("result", category="condition_result"),
        ),
    ),
    Entity(
        "case_events",
        (
            key("event_id"),
            required("case_id", refers_to="cases"),
            required("event", category="event"),
            required("occurred_on", "date", is_fact=True),
            Column("outcome", is_code=True, is_personal=True),
        ),
    ),
    Entity(
        "outcome_figures",
        (
            key("source"),
            key("cohort_start_on", "date"),
            key("cohort_end_on", "date"),
            key("measure"),
            Column("office_id", is_key=True, refers_to="offices"),
            Column("supervision_type", is_key=True, category="supervision_type"),
            required("numerator", "decimal", bounds=_FROM_NOTHING),
            required("denominator", "decimal", bounds=_FROM_NOTHING),
            Column("note"),
        ),
    ),
    Entity(
        "referrals",
        (
            key("referral_id"),
            required("case_id", refers_to="cases"),
            required("domain", category="domain"),
            Column("partner_kind", is_code=True),
            Column("municipality", is_personal=True),
            required("referred_on", "date", is_fact=True),
            Column("started_on", "date", is_fact=True),
            Column("ended_on", "date", is_fact=True),
            Column("result", category="referral_result"),
        ),
    ),
    Entity(
        "case_needs",
        (
            key("case_id", refers_to="cases"),
            key("assessed_on", "date", is_fact=True),
            key("domain", category="domain"),
            required("direction", category="direction"),
            required("level", "whole", bounds=(0, 3)),
            Column("tool"),
        ),
        last_of_key_counts=True,
    ),
    Entity(
        "surveys",
        (
            key("wave_on", "date", is_fact=True),
            key("office_id", refers_to="offices"),
            key("scale"),
            Column("group", is_key=True),
            # What a row says of a small group stays out of quarantine too.
            required("invited", "whole", bounds=_FROM_NOTHING, is_personal=True),
            required("respondents", "whole", bounds=_FROM_NOTHING, is_personal=True),
            Column("mean", "decimal", is_personal=True),
            Column("problem_pct", "decimal", bounds=_PERCENT, is_personal=True),
        ),
        of_groups_only=True,
    ),
    Entity(
        "audits",
        (
            key("audit_id"),
            key("criterion"),
            required("office_id", refers_to="offices"),
            Column("case_id", refers_to="cases"),
            required("audited_on", "date", is_fact=True),
            required("kind", category="audit_kind"),
            required("score_pct", "decimal", bounds=_PERCENT),
            Column("finding", is_personal=True),
        ),
    ),
    Entity(
        "audit_actions",
        (
            key("action_id"),
            required("audit_id", refers_to="audits"),
            required("agreed_on", "date", is_fact=True),
            required("due_on", "date"),
            Column("done_on", "date", is_fact=True),
            Column("status", is_code=True),
        ),
    ),
    Entity(
        "feedback",
        (
            key("feedback_id"),
            required("received_on", "date", is_fact=True),
            required("from_group", category="from_group"),
            required("topic", is_code=True),
            Column("office_id", refers_to="offices"),
            Column("rating", "whole", bounds=(1, 5)),
            Column("answered_on", "date", is_fact=True),
            Column("answer", is_code=True),
        ),
    ),
    Entity(
        "incidents",
        (
            key("incident_id"),
            required("office_id", refers_to="offices"),
            required("occurred_on", "date", is_fact=True),
            required("kind", is_code=True),
            Column("severity", is_code=True),
        ),
    ),
    Entity(
        "training",
        (
            key("office_id", refers_to="offices"),
            key("month_start_on", "date", is_fact=True),
            key("topic", is_code=True),
            required("hours", "decimal", bounds=_FROM_NOTHING, is_personal=True),
            Column("participants", "whole", bounds=_FROM_NOTHING, is_personal=True),
        ),
        of_groups_only=True,
    ),
    Entity(
        "context_figures",
        (
            key("month_start_on", "date", is_fact=True),
            key("measure"),
            Column("office_id", is_key=True, refers_to="offices"),
            required("value", "decimal", is_personal=True),
            required("unit"),
        ),
    ),
)

# By the word under which a mapping declares more of them. Two columns are called result, and another two mean
# something else by kind and status: their categories have a name of their own.
RESULT_CATEGORIES: dict[str, tuple[str, ...]] = {
    "mode": ("office", "home", "phone", "video", "group", "other"),
    "attendance": ("held", "excused", "missed", "cancelled"),
    "condition_result": ("met", "partly_met", "not_met", "lifted"),
    "event": ("breach_report", "sanction", "revocation", "new_charge", "reconviction", "complaint"),
    "domain": ("housing", "debt", "addiction", "mental_health", "work", "family", "other"),
    "referral_result": ("completed", "dropped_out", "refused", "no_place"),
    "direction": ("need", "protective"),
    "audit_kind": ("internal", "external", "peer"),
    "from_group": ("officer", "supervisor", "client", "partner", "commissioner", "victim"),
}
