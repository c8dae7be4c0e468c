"""What is beside load, counted row by row."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from tests.reference.averages import Mart
from tests.reference.backlog import percentile
from tests.reference.comparing import Compared, Reference
from tests.reference.days import MONTHS, Day, add_months, month_start
from tests.reference.world import World

CASE = ("office_id", "supervision_type")
MONTH = "month_start_on"
FEWEST_ANSWERS = 10


def _places(world: World) -> dict:
    """The story of each case by its id."""
    return {story.case.case_id: story for story in world.stories}


def _of_case(stories: dict, case_id: str, on: Day) -> tuple[str, str]:
    """The office of a case on a day, and its type."""
    story = stories[case_id]
    return story.office(on), story.case.supervision_type


def _median(numbers: Iterable[int]) -> object:
    numbers = list(numbers)
    return percentile(numbers, Fraction(1, 2)) if numbers else None


def _counted(columns: Iterable[str]) -> dict:
    names = tuple(columns)
    return defaultdict(lambda: dict.fromkeys(names, 0))


CONTACTS = ("planned", "held", "held_in_time", "excused", "missed", "cancelled", "timed")


def contact_months(world: World) -> Mart:
    """fct_contact_months, keyed by office, type, mode, month."""
    stories, mart = _places(world), _counted((*(f"{name}_contacts" for name in CONTACTS), "held_minutes"))
    for one in world.delivery.contacts:
        on = one.counted_on
        if on > world.as_of:
            continue
        row = mart[*_of_case(stories, one.case_id, on), one.mode, month_start(on)]
        row["planned_contacts"] += 1
        row[f"{one.attendance}_contacts"] += 1
        if one.attendance == "held":
            row["held_in_time_contacts"] += one.was_held_on <= one.planned_on
            row["timed_contacts"] += one.minutes is not None
            row["held_minutes"] += one.minutes or 0
    return dict(mart)


CONDITIONS = ("imposed", "ended", "met", "partly_met", "not_met", "lifted")


def condition_months(world: World) -> Mart:
    """fct_condition_months, keyed by office, type, kind, month."""
    stories, mart = _places(world), _counted(f"{name}_conditions" for name in CONDITIONS)
    for one in world.delivery.conditions:
        began = one.imposed_on
        mart[*_of_case(stories, one.case_id, began), one.kind, month_start(began)]["imposed_conditions"] += 1
        if one.ended_on is not None:
            on = one.ended_on
            row = mart[*_of_case(stories, one.case_id, on), one.kind, month_start(on)]
            row["ended_conditions"] += 1
            if one.result is not None:
                row[f"{one.result}_conditions"] += 1
    return dict(mart)


def case_event_months(world: World) -> Mart:
    """fct_case_event_months, keyed by office, type, event, outcome, month."""
    stories, mart = _places(world), _counted(("events",))
    for one in world.delivery.case_events:
        place = _of_case(stories, one.case_id, one.occurred_on)
        key = (*place, one.event, one.outcome or "not_recorded", month_start(one.occurred_on))
        mart[key]["events"] += 1
    return dict(mart)


BREACHES = ("watched", "revoked", "sanctioned", "unfollowed")


def breach_months(world: World) -> Mart:
    """fct_breach_months, keyed by office, type, month."""
    stories = _places(world)
    mart = _counted(("breach_reports", *(f"{name}_reports" for name in BREACHES)))
    for report in world.delivery.case_events:
        if report.event != "breach_report":
            continue
        began, until = report.occurred_on, add_months(report.occurred_on, 6)
        row = mart[*_of_case(stories, report.case_id, began), month_start(began)]
        row["breach_reports"] += 1
        # The last of the six months is the day before `until`.
        if until.toordinal() - 1 > world.as_of.toordinal():
            continue
        after = {
            one.event
            for one in world.delivery.case_events
            if one.case_id == report.case_id and began <= one.occurred_on < until
        }
        row["watched_reports"] += 1
        if "revocation" in after:
            row["revoked_reports"] += 1
        elif "sanction" in after:
            row["sanctioned_reports"] += 1
        else:
            row["unfollowed_reports"] += 1
    return dict(mart)


REFERRALS = ("made", "started", "completed", "dropped_out", "refused", "no_place", "open")


def referral_months(world: World) -> Mart:
    """fct_referral_months, keyed by office, type, domain, month."""
    stories, mart = _places(world), _counted(f"{name}_referrals" for name in REFERRALS)
    waits = defaultdict(list)
    for one in world.delivery.referrals:
        key = (
            *_of_case(stories, one.case_id, one.referred_on),
            one.domain,
            month_start(one.referred_on),
        )
        row = mart[key]
        row["made_referrals"] += 1
        if one.started_on is not None:
            row["started_referrals"] += 1
            waits[key].append((one.started_on - one.referred_on).days)
        if one.result is not None:
            row[f"{one.result}_referrals"] += 1
        elif one.ended_on is None:
            row["open_referrals"] += 1
    return {key: row | {"wait_days_p50": _median(waits[key])} for key, row in mart.items()}


NEEDS = (
    *("reassessed_cases", "needing_cases", "need_reduced_cases", "need_grown_cases"),
    *("protection_gained_cases", "protection_lost_cases"),
)


def need_months(world: World) -> Mart:
    """fct_need_months, keyed by office, type, domain, month."""
    stories, mart, seen = _places(world), _counted(NEEDS), defaultdict(list)
    for one in sorted(world.delivery.case_needs, key=lambda need: need.assessed_on):
        seen[one.case_id, one.domain].append(one)
    for (case_id, domain), needs in seen.items():
        if len(needs) < 2:
            continue
        first, latest = needs[0], needs[-1]
        had, has = ({one.direction: one.level for one in (need,)} for need in (first, latest))
        need_then, need_now = had.get("need", 0), has.get("need", 0)
        guard_then, guard_now = had.get("protective", 0), has.get("protective", 0)
        on = latest.assessed_on
        row = mart[*_of_case(stories, case_id, on), domain, month_start(on)]
        row["reassessed_cases"] += 1
        row["needing_cases"] += need_then > 0
        row["need_reduced_cases"] += need_then > 0 and need_now < need_then
        row["need_grown_cases"] += need_now > need_then
        row["protection_gained_cases"] += guard_now > guard_then
        row["protection_lost_cases"] += guard_now < guard_then
    return dict(mart)


def survey_waves(world: World) -> Mart:
    """fct_survey_waves, keyed by wave, office, scale, group: what may be said of groups of ten or more."""
    together = defaultdict(dict)
    for one in world.delivery.surveys:
        together[one.wave_on, one.office_id, one.scale][one.group or ""] = one
    mart: Mart = {}
    for key, by_group in together.items():
        groups_may = _may_be_told_apart({group: one.respondents for group, one in by_group.items()})
        for group, one in by_group.items():
            is_shown = one.respondents >= FEWEST_ANSWERS and (group == "" or groups_may)
            figures = (one.invited, one.respondents, one.mean, one.problem_pct)
            mart[*key, group] = {"is_shown": is_shown} | dict(
                zip(SURVEY, figures if is_shown else (None,) * 4, strict=True)
            )
    return mart


SURVEY = ("invited", "respondents", "answer_mean", "problem_pct")


def _may_be_told_apart(answers: dict[str, int]) -> bool:
    """Whether no group has few answers, and none that is left of the office when groups are taken from it."""
    groups = [count for group, count in answers.items() if group]
    rests = []
    if "" in answers:
        rests = [answers[""] - count for count in (*groups, sum(groups)) if groups]
    return all(count >= FEWEST_ANSWERS for count in groups) and not any(
        0 < rest < FEWEST_ANSWERS for rest in rests
    )


def audit_months(world: World) -> Mart:
    """fct_audit_months, keyed by office, criterion, kind, month."""
    found = defaultdict(list)
    for one in world.delivery.audits:
        found[one.office_id, one.criterion, one.kind, month_start(one.audited_on)].append(one)
    return {
        key: {
            "audits": len(rows),
            "audits_with_finding": sum(one.finding is not None for one in rows),
            "score_pct_avg": sum(one.score_pct for one in rows) / len(rows),
        }
        for key, rows in found.items()
    }


ACTIONS = ("agreed_actions", "done_actions", "open_actions_end", "overdue_actions_end")


def audit_action_months(world: World) -> Mart:
    """fct_audit_action_months, keyed by office, month."""
    office, mart = {one.audit_id: one.office_id for one in world.delivery.audits}, _counted(ACTIONS)
    for one in world.delivery.audit_actions:
        place = office.get(one.audit_id, "")
        mart[place, month_start(one.agreed_on)]["agreed_actions"] += 1
        if one.done_on is not None:
            mart[place, month_start(one.done_on)]["done_actions"] += 1
        for start in MONTHS.starts(one.agreed_on, world.as_of):
            last = MONTHS.last_day(start, world.as_of)
            if one.agreed_on <= last and (one.done_on is None or one.done_on > last):
                mart[place, start]["open_actions_end"] += 1
                mart[place, start]["overdue_actions_end"] += one.due_on < last
    return dict(mart)


def feedback_months(world: World) -> Mart:
    """fct_feedback_months, keyed by office or none, group, topic, month."""
    found = defaultdict(list)
    for one in world.delivery.feedback:
        found[one.office_id or "", one.from_group, one.topic, month_start(one.received_on)].append(one)
    mart: Mart = {}
    for key, rows in found.items():
        ratings = [one.rating for one in rows if one.rating is not None]
        answers = [(one.answered_on - one.received_on).days for one in rows if one.answered_on is not None]
        mart[key] = {
            "received_feedback": len(rows),
            "rated_feedback": len(ratings),
            "rated_low_feedback": sum(rating <= 2 for rating in ratings),
            "answered_feedback": len(answers),
            "rating_avg": Fraction(sum(ratings), len(ratings)) if ratings else None,
            "answer_days_p50": _median(answers),
        }
    return mart


def incident_months(world: World) -> Mart:
    """fct_incident_months, keyed by office, kind, severity, month."""
    mart = _counted(("incidents",))
    for one in world.delivery.incidents:
        key = (one.office_id, one.kind, one.severity or "not_recorded", month_start(one.occurred_on))
        mart[key]["incidents"] += 1
    return dict(mart)


def training_months(world: World) -> Mart:
    """fct_training_months, keyed by office, topic, month."""
    return {
        (one.office_id, one.topic, one.month_start_on): {
            "training_hours": one.hours,
            "participants": one.participants,
        }
        for one in world.delivery.training
    }


def context_months(world: World) -> Mart:
    """fct_context_months, keyed by measure, office or none, month."""
    return {
        (one.measure, one.office_id or "", one.month_start_on): {"unit": one.unit, "amount": one.value}
        for one in world.delivery.context_figures
    }


def outcome_figures(world: World) -> Mart:
    """fct_outcome_figures, keyed by source, cohort, measure, office or none, type or none."""
    return {
        (
            *(one.source, one.cohort_start_on, one.cohort_end_on, one.measure),
            *(one.office_id or "", one.supervision_type or ""),
        ): {
            "numerator": one.numerator,
            "denominator": one.denominator,
            "outcome_pct": Decimal(100) * one.numerator / one.denominator if one.denominator else None,
        }
        for one in world.delivery.outcome_figures
    }


def _of_cases(name: str, parts: tuple[str, ...], amounts: tuple[str, ...], others: tuple = ()) -> Compared:
    return Compared(f"fct_{name}_months", (*CASE, *parts, MONTH), amounts, others)


RESULT_REFERENCE: dict[Compared, Reference] = {
    _of_cases(
        "contact", ("mode",), (*(f"{name}_contacts" for name in CONTACTS), "held_minutes")
    ): contact_months,
    _of_cases(
        "condition", ("condition_kind",), tuple(f"{name}_conditions" for name in CONDITIONS)
    ): condition_months,
    _of_cases("case_event", ("event", "outcome"), ("events",)): case_event_months,
    _of_cases("breach", (), ("breach_reports", *(f"{name}_reports" for name in BREACHES))): breach_months,
    _of_cases(
        "referral", ("domain",), tuple(f"{name}_referrals" for name in REFERRALS), ("wait_days_p50",)
    ): referral_months,
    _of_cases("need", ("domain",), NEEDS): need_months,
    Compared(
        "fct_survey_waves", ("wave_on", "office_id", "scale", "survey_group"), (), ("is_shown", *SURVEY)
    ): survey_waves,
    Compared(
        "fct_audit_months",
        ("office_id", "criterion", "audit_kind", MONTH),
        ("audits", "audits_with_finding", "score_pct_avg"),
    ): audit_months,
    Compared("fct_audit_action_months", ("office_id", MONTH), ACTIONS): audit_action_months,
    Compared(
        "fct_feedback_months",
        ("office_id", "from_group", "topic", MONTH),
        ("received_feedback", "rated_feedback", "rated_low_feedback", "answered_feedback"),
        ("rating_avg", "answer_days_p50"),
    ): feedback_months,
    Compared(
        "fct_incident_months", ("office_id", "incident_kind", "severity", MONTH), ("incidents",)
    ): incident_months,
    Compared(
        "fct_training_months", ("office_id", "topic", MONTH), (), ("training_hours", "participants")
    ): training_months,
    Compared("fct_context_months", ("measure", "office_id", MONTH), (), ("unit", "amount")): context_months,
    Compared(
        "fct_outcome_figures",
        ("source", "cohort_start_on", "cohort_end_on", "measure", "office_id", "supervision_type"),
        (),
        ("numerator", "denominator", "outcome_pct"),
    ): outcome_figures,
}
