"""The public cases of the English workload tool: its numbers, the numbers here, and one delivery of them all.

The same cases stand in a table of ``docs/method.md``; ``tests/docs/test_public_cases.py`` compares the two.
"""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tests.reference.days import Day
from tests.reference.records import (
    Assessment,
    Assignment,
    Case,
    Contract,
    Delivery,
    Flag,
    Office,
    Reduction,
    Task,
)

SCHEME, FULL_TIME, HOURS = "wmt_tier", 2176, 37
BEGIN, JUNE, AS_OF = Day(2025, 1, 6), Day(2025, 6, 1), Day(2025, 7, 16)
CAPACITY, WORK, PCT = "capacity_units_avg", "workload_units_avg", "workload_pct"
# What a delivery keeps of a share. Half a unit of its last place is worth 1.1e-6 points of a full-timer.
SHARE_PLACES = Decimal("0.000000001")
SHARE_TOLERANCE = 2e-6


@dataclass(frozen=True)
class PublicCase:
    """A case in the words of the document: whose June, which column, the number there and here (None: empty).

    The tool cuts points to whole ones and rounds percentages to one place; here they are exact.
    """

    told: str
    place: str
    figure: str
    there: Decimal
    here: Fraction | None


def _case_of(told: str, place: str, figure: str, there: str, here: Fraction | int | None) -> PublicCase:
    return PublicCase(told, place, figure, Decimal(there), None if here is None else Fraction(here))


def points(contract_hours: str, hours_less: str = "0") -> Fraction:
    """Points that a contract gives, by the formula of the tool and without its rounding."""
    return FULL_TIME * (Fraction(contract_hours) - Fraction(hours_less)) / HOURS


MIXED = "an A3 in the community, two B2 on licence and three D2 in custody"
AGREED = (
    _case_of("37 hours", "full-time", CAPACITY, "2176", FULL_TIME),
    _case_of("18.5 hours", "half-time", CAPACITY, "1088", points("18.5")),
    _case_of("37 hours, 1.8 of them reduced", "full-time-less", CAPACITY, "2070", points("37", "1.8")),
    _case_of("30 hours, 1.8 of them reduced", "part-time-less", CAPACITY, "1658", points("30", "1.8")),
    _case_of("a trainee in the first six months", "trainee", CAPACITY, "435", FULL_TIME * Fraction("0.2")),
    _case_of("a newly qualified officer", "newly-qualified", CAPACITY, "1740", FULL_TIME * Fraction("0.8")),
    _case_of("an A3 in the community", "tier-a3", WORK, "206", 206),
    _case_of("the same as part of a full-timer", "tier-a3", PCT, "9.5", Fraction(20600, FULL_TIME)),
    _case_of(MIXED, "mixed", WORK, "512", 206 + 2 * 132 + 3 * 14),
    _case_of(
        "the same in 30 hours, 1.8 of them reduced", "part-time-less", PCT, "30.9", 51200 / points("28.2")
    ),
    _case_of("a pre-sentence report, 30 days from delivery", "report", WORK, "138", 138),
    _case_of("a parole report, 30 days from delivery", "parole", WORK, "120", 120),
    _case_of("125 points of work for 170 of capacity", "ratio", PCT, "73.5", Fraction(12500, 170)),
    _case_of("an A3 with a warrant", "warrant", WORK, "0", 0),
    _case_of("an A3 that is suspended", "suspended", WORK, "0", 0),
    _case_of("a case without a tier", "untiered", WORK, "0", 0),
)
ON_PURPOSE = (
    _case_of("an A3 without capacity", "no-contract", PCT, "0", None),
    _case_of("37 hours, 40 of them reduced", "over-reduced", CAPACITY, "-176", 0),
)
CASES = AGREED + ON_PURPOSE


# What each place carries: settings and tiers, and how many of them.
A3, MIX = {"community a3": 1}, {"community a3": 1, "licence b2": 2, "custody d2": 3}
WORK_OF = {
    "tier-a3": A3,
    "warrant": A3,
    "suspended": A3,
    "no-contract": A3,
    "over-reduced": A3,
    "mixed": MIX,
    "part-time-less": MIX,
    "untiered": {"community": 1},
}
REPORTS = {"report": "presentence_report", "parole": "parole_report"}


def tool_delivery() -> Delivery:
    """One office for each place of the cases with one officer of the same name; two officers in ``ratio``."""
    places = {case.place: None for case in CASES}
    delivery = Delivery(AS_OF, offices=[Office(place, place) for place in places])
    _contracts(delivery)
    for place, kinds in WORK_OF.items():
        for kind, count in kinds.items():
            _cases(delivery, place, kind, count)
    for flag in ("warrant", "suspended"):
        delivery.case_flags.append(Flag(f"{flag} community a3 0", flag, Day(2025, 3, 1)))
    for place, task_type in REPORTS.items():
        requested_on = Day(2025, 5, 2)
        delivery.tasks.append(Task(place, task_type, place, None, place, requested_on, delivered_on=JUNE))
    _ratio(delivery)
    return delivery


def _contracts(delivery: Delivery) -> None:
    for place in ("full-time", "tier-a3", "mixed", "warrant", "suspended", "untiered", *REPORTS):
        _officer(delivery, place)
    for place, hours, *less in (
        ("half-time", "18.5"),
        ("full-time-less", "37", "1.8"),
        ("part-time-less", "30", "1.8"),
        ("over-reduced", "37", "20", "20"),
    ):
        _officer(delivery, place, fte=_share(hours, HOURS))
        for reason, hours_less in zip(("absence", "training"), less, strict=False):
            reduction = Reduction(place, reason, BEGIN, None, _share(hours_less, hours))
            delivery.staff_reductions.append(reduction)
    _officer(delivery, "trainee", grade="trainee_months_0_6")
    _officer(delivery, "newly-qualified", grade="newly_qualified")
    # Known by a contract that ended long before June.
    _officer(delivery, "no-contract", ends_on=Day(2025, 2, 1))


def _ratio(delivery: Delivery) -> None:
    """136 + 34 points of capacity; 23 + 52 and 50 of work: officers at 55 and 147 %."""
    _officer(delivery, "ratio", fte=_share("136", FULL_TIME))
    _officer(delivery, "ratio", fte=_share("34", FULL_TIME), officer_id="ratio-2")
    _cases(delivery, "ratio", "custody c1")
    _cases(delivery, "ratio", "licence c1")
    _cases(delivery, "ratio", "community c1", officer_id="ratio-2")


def _share(part: str, whole: str | int) -> Decimal:
    return (Decimal(part) / Decimal(whole)).quantize(SHARE_PLACES)


def _officer(
    delivery: Delivery,
    place: str,
    fte: Decimal = Decimal(1),
    grade: str = "officer",
    ends_on: Day | None = None,
    officer_id: str | None = None,
) -> None:
    delivery.staff_contracts.append(Contract(officer_id or place, place, BEGIN, ends_on, grade, fte))


def _cases(delivery: Delivery, place: str, kind: str, count: int = 1, officer_id: str | None = None) -> None:
    """Cases of a setting and tier, such as ``custody d2``, carried all the time; no tier, no assessment."""
    setting, *tier = kind.split()
    for number in range(count):
        case = Case(f"{place} {kind} {number}", place, setting, BEGIN, BEGIN)
        delivery.cases.append(case)
        delivery.case_assignments.append(Assignment(case.case_id, officer_id or place, BEGIN))
        delivery.case_assessments += [Assessment(case.case_id, BEGIN, level) for level in tier]
