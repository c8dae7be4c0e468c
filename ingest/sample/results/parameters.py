"""What is drawn beside load: every number here is an assumption and says nothing about Flanders.

Effects are small on purpose. Where an office is a tenth busier than the service, contacts are 1.5 % fewer,
two answers in a hundred more point to a problem, and an audit scores one point less. Nothing else here hangs
on load: a page that shows more has found chance. Outcomes hang on risk: of a high level more contacts are
missed, conditions fail more often and charges come more often.
"""

CONTACTS_SINCE = "2024-07-01"
RECORDS_SINCE = "2023-07-01"

# contacts a month of a mandate by type; all others: OTHER_CONTACTS
CONTACTS_A_MONTH = {
    **{"probation": 1.25, "autonomous_probation": 1.25, "internment": 1.6, "conditional_release": 1.6},
    **{"electronic_monitoring": 2.2, "pretrial_conditions": 1.6, "placement_at_disposal": 1.6},
    **{"work_penalty": 0.8, "mediation_and_measures": 0.9, "limited_detention": 1.0, "home_ban": 3.0},
    **{"victim_reception": 0.7, "brief_report": 2.0, "social_enquiry": 2.0},
}
OTHER_CONTACTS = 0.8
CONTACTS_BY_RISK = (0.75, 1.0, 1.4, 1.0)
FEWER_CONTACTS_WHERE_BUSY = 0.15
MODES = {"office": 0.55, "home": 0.12, "phone": 0.20, "video": 0.05, "group": 0.03, "other": 0.05}
MINUTES = (45, 75, 15, 30, 90, 30)
MINUTES_RECORDED = 0.9
METHODS = {"conversation": 0.55, "skills_training": 0.12, "case_conference": 0.08, "home_visit": 0.10}
METHOD_RECORDED = 0.7
# missed by risk level; the rest of those not held: excused, cancelled
MISSED_BY_RISK = (0.05, 0.08, 0.12, 0.08)
EXCUSED, CANCELLED = 0.07, 0.04
HELD_LATER, HELD_EARLIER, HELD_DAY_EMPTY = 0.12, 0.03, 0.05

CONDITIONS = {
    **{"no_contact": 0.22, "treatment": 0.20, "training_course": 0.14, "fixed_address": 0.14},
    **{"work_or_study": 0.14, "abstinence": 0.10, "place_ban": 0.06},
}
CONDITIONS_A_MANDATE = 1.4
CONDITIONED = (
    *("probation", "autonomous_probation", "conditional_release", "pretrial_conditions", "internment"),
    "mediation_and_measures",
)
CONDITION_RESULTS = {
    "met": (0.74, 0.66, 0.56, 0.66),
    "partly_met": (0.13, 0.16, 0.19, 0.16),
    "not_met": (0.08, 0.12, 0.19, 0.12),
    "lifted": (0.05, 0.06, 0.06, 0.06),
}
RESULT_RECORDED = 0.93

BREACHES_A_YEAR = (0.06, 0.12, 0.24, 0.10)
SANCTIONED_AFTER_BREACH = 0.28
REPORTED_BEFORE_REVOCATION = 0.85
CHARGES_A_YEAR = (0.02, 0.05, 0.11, 0.05)
RECONVICTED_AFTER_CHARGE = 0.35
COMPLAINTS_A_YEAR = 0.004
EVENT_OUTCOMES = {
    "breach_report": {"warning": 0.45, "hearing": 0.25, "none": 0.30},
    "sanction": {"stricter_conditions": 0.60, "fine": 0.15, "custody": 0.25},
}

REFERRALS_A_YEAR = (0.22, 0.34, 0.48, 0.30)
DOMAINS = {
    **{"housing": 0.15, "debt": 0.16, "addiction": 0.22, "mental_health": 0.22, "work": 0.14},
    **{"family": 0.07, "other": 0.04},
}
NO_PLACE = (0.16, 0.05, 0.10, 0.17, 0.03, 0.04, 0.03)
REFUSED, DROPPED_OUT = 0.06, 0.20
PARTNERS = {"public_service": 0.55, "association": 0.35, "private_practice": 0.10}
WAIT_DAYS, COURSE_DAYS = 35, 150

DOMAINS_ASSESSED = 3
LEVELS_UP_BY_RISK = (0.28, 0.42, 0.56, 0.42)
EASIER_EACH_TIME = 0.04
PROTECTIVE = 0.22

# The two short questions of the English inspectorate, and the four scales of the Flemish workability monitor,
# by name; every figure is invented.
WAVES = ("2022-11-15", "2023-11-15", "2024-11-15", "2025-11-15")
SCALES = {
    **{"workload_is_manageable": (2.9, 41.0), "workload_is_actively_managed": (3.2, 38.0)},
    **{"work_stress": (3.1, 36.0), "motivation": (3.7, 18.0), "learning_opportunities": (3.8, 15.0)},
    **{"work_life_balance": (3.5, 14.0)},
}
ANSWERED = 0.63
PROBLEM_POINTS_WHERE_BUSY = 20.0
NEWCOMERS = 0.25

AUDITS_A_YEAR = 2
CRITERIA = {
    "plan_agreed": 80,
    "contacts_as_agreed": 76,
    "risk_reviewed": 72,
    "file_complete": 83,
    "voice_heard": 70,
}
SCORE_SPREAD = 9.0
AUDIT_POINTS_WHERE_BUSY = 10.0
FOUND_BELOW = 65
ACTION_DAYS, ACTIONS_LATE, ACTIONS_NEVER = 90, 0.25, 0.06

FEEDBACK_A_YEAR = 620
FROM_GROUPS = {
    "officer": 0.24,
    "supervisor": 0.08,
    "client": 0.30,
    "partner": 0.18,
    "commissioner": 0.10,
    "victim": 0.10,
}
TOPICS = {"waiting": 0.24, "reachability": 0.22, "respect": 0.14, "information": 0.22, "workload": 0.18}
ANSWERS = {"explained": 0.50, "changed": 0.28, "no_change": 0.22}
RATED, ANSWERED_FEEDBACK, DAYS_TO_ANSWER = 0.8, 0.72, 24
OF_AN_OFFICE = 0.92

INCIDENTS_A_YEAR = 42
INCIDENTS = {"threat": 0.48, "aggression": 0.28, "self_harm": 0.12, "serious_offence": 0.12}
SEVERITIES = {"low": 0.55, "serious": 0.35, "grave": 0.10}

COURSES = {"risk_assessment": 0.9, "motivational_work": 1.1, "partner_violence": 0.5, "registration": 0.4}
CONTEXT = {
    **{"sick_share": (0.067, 0.008, "share"), "prison_population": (5900, 70, "people")},
    **{"programme_places": (640, 15, "places"), "leavers": (3.2, 1.4, "people")},
    **{"overtime_hours": (410, 90, "hours")},
}
ADMIN_A_HEAD = 0.11
RECONVICTED = {
    "probation": 0.30,
    "work_penalty": 0.27,
    "electronic_monitoring": 0.34,
    "conditional_release": 0.31,
}
COHORT_YEARS = (2020, 2021, 2022)
FOUND_IN_REGISTER = 0.97


def results_parameters() -> dict[str, object]:
    """Every number of this module by its name."""
    return {name.lower(): what for name, what in globals().items() if name.isupper()}
