"""Random rows of what is beside load: few words and crowded days, so that rows meet in a month."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.results import RESULT_CATEGORIES
from tests.reference.chance import Chance
from tests.reference.days import ONE_DAY, Day, add_months, month_start
from tests.reference.records import Case, Delivery
from tests.reference.result_records import (
    Audit,
    AuditAction,
    CaseEvent,
    Condition,
    Contact,
    ContextFigure,
    Feedback,
    Incident,
    Need,
    OutcomeFigure,
    Referral,
    Survey,
    Training,
)

RESULT_FILES = (
    *("contacts", "conditions", "case_events", "outcome_figures", "referrals", "case_needs", "surveys"),
    *("audits", "audit_actions", "feedback", "incidents", "training", "context_figures"),
)
# Around the ten under which nothing of a survey is said.
ANSWERS = (0, 3, 9, 10, 11, 12, 19, 20, 30)


def with_results(
    chance: Chance, delivery: Delivery, offices: tuple[str, ...], officers: list[str]
) -> Delivery:
    """The delivery with rows of every such file; now and then one of the files does not come."""
    cases = delivery.cases
    audits = list(_audits(chance, cases, offices))
    drawn = {
        "contacts": [_contact(chance, number, cases, officers) for number in range(3 * len(cases))],
        "conditions": [_condition(chance, number, cases) for number in range(len(cases))],
        "case_events": [_event(chance, number, cases) for number in range(2 * len(cases))],
        "outcome_figures": list(_outcome_figures(chance, offices)),
        "referrals": [_referral(chance, number, cases) for number in range(len(cases))],
        "case_needs": list(_needs(chance, cases)),
        "surveys": list(_surveys(chance, offices)),
        "audits": audits,
        "audit_actions": [_action(chance, number, audits) for number in range(30)],
        "feedback": [_feedback(chance, number, offices) for number in range(40)],
        "incidents": [_incident(chance, number, offices) for number in range(12)],
        "training": list(_training(chance, offices)),
        "context_figures": list(_context(chance, offices)),
    }
    missing = frozenset((chance.random.choice(RESULT_FILES),) if chance.is_so(0.6) else ())
    rows = {name: [] if name in missing else found for name, found in drawn.items()}
    return replace(delivery, not_delivered=delivery.not_delivered | missing, **rows)


def _word(chance: Chance, category: str) -> str:
    return chance.random.choice(RESULT_CATEGORIES[category])


def _past(chance: Chance, case: Case) -> Day:
    """A day up to as_of, mostly while the case is open."""
    near = chance.around(case.opened_on, case.started_on, case.ended_on)
    return chance.day(min(case.opened_on, chance.as_of) - 20 * ONE_DAY, chance.as_of, near)


def _contact(chance: Chance, number: int, cases: list[Case], officers: list[str]) -> Contact:
    random, case = chance.random, chance.random.choice(cases)
    attendance = "held" if chance.is_so(0.6) else _word(chance, "attendance")
    planned_on, held_on = _past(chance, case), None
    if attendance != "held" and chance.is_so(0.1):
        planned_on = chance.day(chance.as_of + ONE_DAY, chance.as_of + 60 * ONE_DAY)
    elif attendance == "held" and chance.is_so(0.6):
        held_on = min(planned_on + random.choice((-3, -1, 0, 0, 1, 20)) * ONE_DAY, chance.as_of)
        planned_on += random.choice((0, 0, 0, 25)) * ONE_DAY
    return Contact(
        contact_id=f"contact-{number:04}",
        case_id=case.case_id,
        planned_on=planned_on,
        mode=_word(chance, "mode"),
        attendance=attendance,
        held_on=held_on,
        officer_id=random.choice(officers) if chance.is_so(0.7) else None,
        minutes=random.choice((0, 15, 45)) if chance.is_so(0.6) else None,
    )


def _condition(chance: Chance, number: int, cases: list[Case]) -> Condition:
    case = chance.random.choice(cases)
    imposed_on = _past(chance, case)
    ended_on = chance.day(imposed_on, chance.as_of, (imposed_on,)) if chance.is_so(0.6) else None
    return Condition(
        condition_id=f"condition-{number:04}",
        case_id=case.case_id,
        kind=chance.random.choice(("treatment", "no_contact")),
        imposed_on=imposed_on,
        ended_on=ended_on,
        result=_word(chance, "condition_result") if chance.is_so(0.7) else None,
    )


def _event(chance: Chance, number: int, cases: list[Case]) -> CaseEvent:
    # Few cases have them all, so that something follows something.
    case = chance.random.choice(cases[: len(cases) // 3])
    event = chance.random.choice(("breach_report", "sanction", "revocation", _word(chance, "event")))
    outcome = chance.random.choice((None, "warning", "custody"))
    return CaseEvent(f"event-{number:04}", case.case_id, event, _past(chance, case), outcome)


def _outcome_figures(chance: Chance, offices: tuple[str, ...]) -> Iterator[OutcomeFigure]:
    for source in ("register", "police"):
        for office_id in (None, *offices):
            start = add_months(month_start(chance.as_of), -chance.random.choice((12, 24, 36)))
            whole = chance.random.choice((0, 7, 40))
            part = Decimal(chance.random.randint(0, whole))
            end = min(add_months(start, 12), chance.as_of + ONE_DAY)
            yield OutcomeFigure(source, start, end, "reconviction", office_id, None, part, Decimal(whole))


def _referral(chance: Chance, number: int, cases: list[Case]) -> Referral:
    random, case = chance.random, chance.random.choice(cases)
    referred_on = _past(chance, case)
    begins_on = min(referred_on + random.choice((-4, 0, 1, 30, 90)) * ONE_DAY, chance.as_of)
    started_on = begins_on if chance.is_so(0.6) else None
    first = started_on or referred_on
    return Referral(
        referral_id=f"referral-{number:04}",
        case_id=case.case_id,
        domain=_word(chance, "domain"),
        referred_on=referred_on,
        started_on=started_on,
        ended_on=chance.day(first, chance.as_of) if chance.is_so(0.4) else None,
        result=_word(chance, "referral_result") if chance.is_so(0.5) else None,
    )


def _needs(chance: Chance, cases: list[Case]) -> Iterator[Need]:
    for case in cases:
        for day in sorted({_past(chance, case) for _ in range(chance.random.choice((0, 1, 2, 3)))}):
            for domain in chance.random.sample(("housing", "debt", "work"), 2):
                direction, level = _word(chance, "direction"), chance.random.randint(0, 3)
                yield Need(case.case_id, day, domain, direction, level)


def _surveys(chance: Chance, offices: tuple[str, ...]) -> Iterator[Survey]:
    random = chance.random
    for wave_on in sorted({chance.day(chance.first, chance.as_of) for _ in range(3)}):
        for office_id in offices:
            for scale in ("stress", "motivation"):
                parts = [random.choice(ANSWERS) for _ in range(random.choice((0, 1, 2, 3)))]
                left_out = random.choice((0, 0, 1, 9, 10))
                whole = [(None, sum(parts) + left_out)] if chance.is_so(0.8) else []
                for group, answers in [*whole, *zip("abc", parts, strict=False)]:
                    mean = Decimal(random.randint(10, 50)) / 10 if chance.is_so(0.9) else None
                    problem = Decimal(random.randint(0, 1000)) / 10 if chance.is_so(0.9) else None
                    invited = answers + random.choice((0, 4))
                    yield Survey(wave_on, office_id, scale, group, invited, answers, mean, problem)


def _audits(chance: Chance, cases: list[Case], offices: tuple[str, ...]) -> Iterator[Audit]:
    for number in range(14):
        office_id, audited_on = chance.random.choice(offices), chance.day(chance.first, chance.as_of)
        kind, case = _word(chance, "audit_kind"), chance.random.choice(cases)
        for criterion in chance.random.sample(("plan", "contact", "file"), 2):
            yield Audit(
                audit_id=f"audit-{number:02}",
                criterion=criterion,
                office_id=office_id,
                audited_on=audited_on,
                kind=kind,
                score_pct=Decimal(chance.random.randint(0, 1000)) / 10,
                case_id=case.case_id if chance.is_so(0.5) else None,
                finding="not in the file" if chance.is_so(0.4) else None,
            )


def _action(chance: Chance, number: int, audits: list[Audit]) -> AuditAction:
    agreed_on = chance.day(chance.first, chance.as_of)
    due_on = chance.day(agreed_on, chance.as_of + 90 * ONE_DAY)
    done_on = chance.day(agreed_on - 5 * ONE_DAY, chance.as_of, (due_on,)) if chance.is_so(0.6) else None
    audit = chance.random.choice(audits)
    return AuditAction(f"action-{number:02}", audit.audit_id, agreed_on, due_on, done_on)


def _feedback(chance: Chance, number: int, offices: tuple[str, ...]) -> Feedback:
    received_on = chance.day(chance.first, chance.as_of)
    return Feedback(
        feedback_id=f"feedback-{number:02}",
        received_on=received_on,
        from_group=chance.random.choice(("client", "partner")),
        topic=chance.random.choice(("waiting", "respect")),
        office_id=chance.random.choice((None, *offices)),
        rating=chance.random.randint(1, 5) if chance.is_so(0.7) else None,
        answered_on=chance.day(received_on, chance.as_of, (received_on,)) if chance.is_so(0.6) else None,
    )


def _incident(chance: Chance, number: int, offices: tuple[str, ...]) -> Incident:
    kind, severity = chance.random.choice(("threat", "aggression")), chance.random.choice((None, "grave"))
    on = chance.day(chance.first, chance.as_of)
    return Incident(f"incident-{number:02}", chance.random.choice(offices), on, kind, severity)


def _training(chance: Chance, offices: tuple[str, ...]) -> Iterator[Training]:
    for office_id in offices:
        for month in sorted({month_start(chance.day(chance.first, chance.as_of)) for _ in range(4)}):
            people = chance.random.choice((None, 0, 6))
            yield Training(office_id, month, "risk", Decimal(chance.random.randint(0, 90)) / 4, people)


def _context(chance: Chance, offices: tuple[str, ...]) -> Iterator[ContextFigure]:
    for measure in ("leavers", "sick_share"):
        for office_id in (None, *offices):
            for month in sorted({month_start(chance.day(chance.first, chance.as_of)) for _ in range(3)}):
                yield ContextFigure(month, measure, office_id, Decimal(chance.random.randint(0, 100)) / 100)
