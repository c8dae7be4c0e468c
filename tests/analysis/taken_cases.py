"""One small service twice in one delivery: before and after three officers took a case each."""

from dataclasses import dataclass, fields, replace
from decimal import Decimal

from tests.reference.days import Day
from tests.reference.policy import (
    ANY_LEVEL,
    CaseFactor,
    CaseWeight,
    GradeShare,
    Phase,
    Policy,
    Scheme,
    TaskWeight,
    WorkType,
)
from tests.reference.records import (
    Assessment,
    Assignment,
    Case,
    CaseOffice,
    Contract,
    Delivery,
    Flag,
    Office,
    Reduction,
    Task,
)

AS_OF, BEGIN = Day(2025, 7, 16), Day(2025, 1, 1)
LINE = "offender_supervision"
HOURS, POINTS = "hours", "points"
SCHEMES = (HOURS, POINTS)
# In the middle of a week to come: Wednesday 15 October.
NEW_WEIGHTS_ON = Day(2025, 10, 15)


@dataclass(frozen=True)
class Taken:
    """Who takes which case, with which share."""

    officer_id: str
    case_id: str
    share: str


TAKEN = (
    Taken("anna", "waits", "0.5"),
    Taken("bert", "waits-though-begun", "1"),
    Taken("carla", "uncovered", "0.333333"),
)


def _weight(scheme: str, weight: str, *months: int | None, since: Day = BEGIN, until: Day | None = None):
    from_month, to_month = months or (0, None)
    return CaseWeight(scheme, "supervised", ANY_LEVEL, from_month, to_month, Decimal(weight), since, until)


POLICY = Policy(
    schemes=(
        Scheme(HOURS, "hours_per_month", Decimal(105), Decimal(2), is_default=True),
        Scheme(POINTS, "points", Decimal(2176), Decimal(2)),
    ),
    case_weights=(
        _weight(HOURS, "7.52", 0, 1),
        _weight(HOURS, "2.52", 1, 3),
        _weight(HOURS, "1.4", 3, 12),
        _weight(HOURS, "0.98", 12, None),
        _weight(POINTS, "63", until=NEW_WEIGHTS_ON),
        _weight(POINTS, "71", since=NEW_WEIGHTS_ON),
        CaseWeight(HOURS, "supervised", "high", 3, 12, Decimal("2.1"), BEGIN),
    ),
    case_factors=(
        CaseFactor(HOURS, "interpreter", Decimal("1.15"), BEGIN),
        CaseFactor(POINTS, "suspended", Decimal(0), BEGIN),
    ),
    task_weights=(TaskWeight(HOURS, "report", Decimal(2), "in_progress", None, BEGIN),),
    capacity_grades=(
        GradeShare(HOURS, "officer", Decimal(1), BEGIN),
        GradeShare(POINTS, "officer", Decimal("0.9"), BEGIN),
    ),
    work_types=(WorkType("supervised", "mandate", LINE), WorkType("report", "task", LINE)),
    phases=(Phase("start", 0, 3), Phase("regular", 3, 12), Phase("late", 12, None)),
)


BEFORE, AFTER = "before", "after"


def delivery() -> Delivery:
    """The service before and after on as_of, as two services with ids of their own that know nothing of
    each other; what is taken is carried from that day on.
    """
    before, after = _service(), _service()
    for one in TAKEN:
        taken = Assignment(one.case_id, one.officer_id, AS_OF, None, Decimal(one.share))
        after.case_assignments.append(taken)
    both = Delivery(AS_OF)
    for name, rows in _rows(both).items():
        for moment, service in ((BEFORE, before), (AFTER, after)):
            rows += [_of_moment(row, moment) for row in _rows(service)[name]]
    return both


def at(moment: str, own_id: str) -> str:
    """An id of the service before or after."""
    return f"{own_id}-{moment}"


def _rows(found: Delivery) -> dict[str, list]:
    return {one.name: rows for one in fields(found) if isinstance(rows := getattr(found, one.name), list)}


def _of_moment(row: object, moment: str) -> object:
    ids = [one.name for one in fields(row) if one.name.endswith("_id")]
    own = {name: getattr(row, name) for name in ids}
    return replace(row, **{name: at(moment, told) for name, told in own.items() if told is not None})


def _service() -> Delivery:
    """What both services have before anything is taken."""
    found = Delivery(AS_OF, offices=[Office("east", "East"), Office("west", "West")])
    _staff(found)
    _own_cases(found)
    _cases_to_take(found)
    return found


def _staff(found: Delivery) -> None:
    """Anna works in two offices, from March on in none; Bert is away for a while; Carla is yet to come."""
    found.staff_contracts += [
        Contract("anna", "east", BEGIN, Day(2026, 1, 15), "officer", Decimal("0.5")),
        Contract("anna", "west", BEGIN, Day(2026, 3, 4), "officer", Decimal("0.3")),
        Contract("bert", "west", BEGIN, None, "officer", Decimal(1)),
        Contract("carla", "east", Day(2025, 9, 3), None, "officer", Decimal("0.8")),
        Contract("dirk", "west", BEGIN, None, "officer", Decimal(1)),
    ]
    found.staff_reductions += [
        Reduction("anna", "training", Day(2025, 9, 3), Day(2025, 10, 1), Decimal("0.4")),
        Reduction("bert", "absence", Day(2025, 11, 5), Day(2025, 12, 24), Decimal(1)),
    ]


def _own_cases(found: Delivery) -> None:
    """Anna and Bert carry a case and write a report already; Carla has nothing to do."""
    found.cases += [
        Case("of-anna", "east", "supervised", BEGIN, BEGIN, expected_end_on=Day(2025, 12, 3)),
        Case("of-bert", "west", "supervised", Day(2025, 5, 2), Day(2025, 5, 7)),
    ]
    found.case_assignments += [
        Assignment("of-anna", "anna", BEGIN),
        Assignment("of-bert", "bert", Day(2025, 5, 7), Day(2026, 2, 5), Decimal("0.6")),
    ]
    found.tasks.append(
        Task("1", "report", "west", "of-bert", "bert", Day(2025, 7, 1), None, Day(2025, 8, 6), None)
    )


def _cases_to_take(found: Delivery) -> None:
    found.cases += [
        Case("waits", "west", "supervised", Day(2025, 6, 20), expected_end_on=Day(2026, 5, 13)),
        Case("waits-though-begun", "east", "supervised", Day(2025, 5, 1), Day(2025, 5, 21)),
        Case("uncovered", "east", "supervised", Day(2025, 2, 3), Day(2025, 2, 10)),
    ]
    found.case_assignments.append(Assignment("uncovered", "dirk", Day(2025, 2, 10), Day(2025, 6, 2)))
    found.case_assessments.append(Assessment("uncovered", Day(2025, 3, 3), "high"))
    found.case_flags += [
        Flag("waits", "interpreter", Day(2025, 6, 20), Day(2025, 9, 3)),
        Flag("uncovered", "suspended", Day(2025, 7, 2), Day(2025, 8, 21)),
    ]
    # To the office in which Anna has her other contract.
    found.case_offices.append(CaseOffice("waits", Day(2025, 7, 2), "east"))
