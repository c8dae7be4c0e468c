"""The policy and the delivery behind the nine worked numbers, one office for each, and one for a border."""

from decimal import Decimal

from tests.reference.days import Day
from tests.reference.policy import (
    ANY_LEVEL,
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
    Contract,
    Delivery,
    Office,
    Reduction,
    Task,
)

AS_OF = Day(2025, 7, 16)
BEGIN = Day(2025, 1, 1)
LINE = "offender_supervision"

SCHEMES = {
    "risk_4_2_1": Scheme("risk_4_2_1", "hours_per_month", Decimal(120), Decimal(2), is_default=True),
    "wmt_tier": Scheme("wmt_tier", "points", Decimal(2176), Decimal(2)),
    "agency": Scheme("agency", "hours_per_month", Decimal(105), Decimal(2)),
    "hundred": Scheme("hundred", "hours_per_month", Decimal(100), Decimal(2)),
    # Products of its capacity have more decimals than any total keeps.
    "thirds": Scheme("thirds", "points", Decimal("98.765432"), Decimal(2)),
}
CHANGE = Day(2025, 6, 16)


def _weight(scheme: str, case_type: str, level: str, weight: str, *bounds: int | Day | None) -> CaseWeight:
    from_month, to_month, valid_from, valid_to = (*bounds, None, None, None, None)[:4]
    return CaseWeight(
        scheme,
        case_type,
        level,
        from_month or 0,
        to_month,
        Decimal(weight),
        valid_from or Day(2020, 1, 1),
        valid_to,
    )


POLICY = Policy(
    schemes=tuple(SCHEMES.values()),
    case_weights=(
        _weight("risk_4_2_1", "probation", "high", "4"),
        _weight("risk_4_2_1", "probation", "medium", "2"),
        _weight("risk_4_2_1", "probation", "low", "1"),
        _weight("wmt_tier", "community", "a3", "206"),
        _weight("hundred", "phased", ANY_LEVEL, "2.52", 0, 3),
        _weight("hundred", "phased", ANY_LEVEL, "1.40", 3, 12),
        _weight("hundred", "phased", ANY_LEVEL, "0.98", 12),
        _weight("agency", "heavy", ANY_LEVEL, "52.5"),
        _weight("hundred", "quarter", ANY_LEVEL, "25"),
        _weight("hundred", "rising", ANY_LEVEL, "2", 0, None, None, CHANGE),
        _weight("hundred", "rising", ANY_LEVEL, "3", 0, None, CHANGE),
        _weight("thirds", "quarter", ANY_LEVEL, "25"),
    ),
    task_weights=(
        TaskWeight("wmt_tier", "court_report", Decimal(138), "after_delivery", 30, Day(2020, 1, 1)),
        TaskWeight("wmt_tier", "other_report", Decimal(138), "in_progress", None, Day(2020, 1, 1)),
    ),
    # One row makes the grade known; under the other schemes it has none and gives its full share.
    capacity_grades=(GradeShare("agency", "officer", Decimal(1), Day(2020, 1, 1)),),
    work_types=(
        *(WorkType(name, "mandate", LINE) for name in ("probation", "community", "phased", "heavy")),
        *(WorkType(name, "mandate", LINE) for name in ("quarter", "rising")),
        *(WorkType(name, "task", LINE) for name in ("court_report", "other_report")),
    ),
    phases=(Phase("start", 0, 3), Phase("regular", 3, 12), Phase("late", 12, None)),
)


def worked_delivery() -> Delivery:
    """Every officer has one office, named after the worked number and himself; all are in one region."""
    offices = [Office(f"W{number}", f"Worked {number}", "East") for number in range(10)]
    delivery = Delivery(AS_OF, offices_side_by_side=3, offices=offices)
    for level, cases in (("high", 30), ("medium", 60), ("low", 120)):
        _officer(delivery, f"1-{level}")
        _cases(delivery, f"1-{level}", "probation", cases, level)
    _officer(delivery, "2-half", fte="0.5")
    _cases(delivery, "2-half", "probation", 15, "high")
    _officer(delivery, "3-tier")
    _cases(delivery, "3-tier", "community", 1, "a3")
    # 30 of 37 hours, of which 1.8 are taken away.
    _officer(delivery, "3-hours", fte="0.810810811")
    delivery.staff_reductions.append(Reduction("3-hours", "absence", BEGIN, None, Decimal("0.06")))
    _officer(delivery, "4-phase")
    _cases(delivery, "4-phase", "phased", 1, None, Day(2025, 1, 15))
    _officer(delivery, "5-there")
    _cases(delivery, "5-there", "heavy", 2)
    _officer(delivery, "5-absent")
    _cases(delivery, "5-absent", "heavy", 1)
    april = (Day(2025, 4, 1), Day(2025, 5, 1))
    delivery.staff_reductions.append(Reduction("5-absent", "absence", *april, Decimal(1)))
    _officer(delivery, "6-whole")
    _cases(delivery, "6-whole", "quarter", 1)
    _officer(delivery, "6-part", fte="0.7")
    _cases(delivery, "6-part", "quarter", 4)
    _officer(delivery, "7-court")
    _officer(delivery, "7-other")
    delivery.tasks += [
        Task("t1", "court_report", "W7", None, "7-court", Day(2025, 5, 2), delivered_on=Day(2025, 6, 1)),
        Task(
            "t2",
            "other_report",
            "W7",
            None,
            "7-other",
            Day(2025, 5, 2),
            Day(2025, 5, 9),
            None,
            Day(2025, 6, 1),
        ),
    ]
    _officer(delivery, "8-reduced")
    delivery.staff_reductions.append(
        Reduction("8-reduced", "training", BEGIN, Day(2025, 6, 11), Decimal("0.4"))
    )
    _officer(delivery, "9-rising")
    _cases(delivery, "9-rising", "rising", 1)
    _officer(delivery, "0-gone", "0.333333", Day(2025, 5, 1))
    _cases(delivery, "0-gone", "quarter", 1)
    delivery.staff_reductions.append(
        Reduction("0-gone", "absence", Day(2025, 2, 10), None, Decimal("0.333333"))
    )
    return delivery


def _officer(delivery: Delivery, officer_id: str, fte: str = "1", ends_on: Day | None = None) -> None:
    office_id = f"W{officer_id[0]}"
    delivery.staff_contracts.append(Contract(officer_id, office_id, BEGIN, ends_on, "officer", Decimal(fte)))


def _cases(
    delivery: Delivery,
    officer_id: str,
    case_type: str,
    count: int,
    level: str | None = None,
    begins_on: Day = BEGIN,
) -> None:
    for number in range(count):
        case = Case(f"{officer_id}-{number}", f"W{officer_id[0]}", case_type, begins_on, begins_on)
        delivery.cases.append(case)
        delivery.case_assignments.append(Assignment(case.case_id, officer_id, begins_on))
        if level:
            delivery.case_assessments.append(Assessment(case.case_id, begins_on, level))
