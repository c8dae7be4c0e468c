"""Random policies full of borders: gaps, changes of validity, `any` beside exact levels, missing rows."""

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.reference.chance import Chance
from tests.reference.policy import (
    ANY_LEVEL,
    BASES,
    CaseFactor,
    CaseWeight,
    GradeShare,
    Phase,
    Policy,
    Scheme,
    TaskWeight,
    Threshold,
    WorkType,
)

SCHEMES = ("hourly", "pointed", "counted")
UNITS = ("hours_per_month", "points", "cases")
MANDATES = {
    "probation": "offender_supervision",
    "work_penalty": "offender_supervision",
    "victim_reception": "victims",
    "family_enquiry": "civil",
    "half_weighed": "coordination",
}
TASKS = {"progress_report": "offender_supervision", "court_report": "civil", "closing_work": "victims"}
LEVELS = ("high", "medium", "low")
FLAGS = ("sexual_offence", "chain", "interpreter", "suspended", "warrant", "further_mandate")
GRADES = ("trainee", "officer", "senior_officer", "half_known")
FACTORS = tuple(map(Decimal, ("1.25", "1.15", "0.85", "1.333333", "2", "0.5", "1")))
# Low ones, so that people of a small world stand above them for weeks.
THRESHOLDS = (
    ("full", "workload_pct", Decimal(100)),
    ("full", "workload_pct", Decimal("22.5")),
    ("caseload", "active_cases", Decimal(2)),
    ("caseload", "active_cases", Decimal("4.5")),
)


def policy_drawn(random: Random, chance: Chance) -> Policy:
    """A policy of two or three schemes whose rows change on border days of ``chance``."""
    names = SCHEMES[: random.choice((2, 2, 3))]
    capacities = ("105", "2176", "50", "120", "98.765432")
    schemes = tuple(
        Scheme(
            name,
            unit,
            Decimal(random.choice(capacities)),
            Decimal(random.choice(("1.4", "2", "1.1", "10"))),
            name == names[0],
        )
        for name, unit in zip(names, UNITS, strict=False)
    )
    return Policy(
        schemes,
        case_weights=tuple(row for name in names for row in _case_weights(random, chance, name)),
        case_factors=tuple(row for name in names for row in _case_factors(random, chance, name)),
        task_weights=tuple(row for name in names for row in _task_weights(random, chance, name)),
        capacity_grades=tuple(row for name in names for row in _capacity_grades(random, chance, name)),
        work_types=(
            *(WorkType(name, "mandate", line) for name, line in MANDATES.items()),
            *(WorkType(name, "task", line) for name, line in TASKS.items()),
        ),
        phases=_phases(random),
        threshold_sets=tuple(Threshold(*row) for row in THRESHOLDS),
    )


def _phases(random: Random) -> tuple[Phase, ...]:
    """Named phases over all months, at times with a hole."""
    names = ("start", "intensive", "regular", "late")
    bounds = sorted(random.sample((1, 2, 3, 6, 12), 3))
    phases = [Phase(*row) for row in zip(names, (0, *bounds), (*bounds, None), strict=True)]
    if random.random() < 0.2:
        phases.remove(random.choice(phases))
    return tuple(phases)


def _is_left_out(name: str, scheme: str) -> bool:
    # Known to the policy through one scheme, without any row in the others.
    return name.startswith("half_") and scheme != SCHEMES[0]


def _weight(random: Random) -> Decimal:
    # Among them the heavy points of a tier scheme, which show the smallest slip in a factor.
    small = Decimal(random.randrange(1, 5_000_000)).scaleb(-6)
    return random.choice((Decimal(random.randrange(20)), small, Decimal(random.choice(("206", "312.5")))))


def _case_weights(random: Random, chance: Chance, scheme: str) -> Iterator[CaseWeight]:
    for supervision_type in MANDATES:
        if _is_left_out(supervision_type, scheme):
            continue
        levels = [ANY_LEVEL, "not_assessed", *LEVELS]
        for level in random.sample(levels, random.randrange(1, len(levels) + 1)):
            for valid_from, valid_to in chance.validities():
                for from_month, to_month in _month_bounds(random):
                    yield CaseWeight(
                        scheme,
                        supervision_type,
                        level,
                        from_month,
                        to_month,
                        _weight(random),
                        valid_from,
                        valid_to,
                        random.choice(BASES),
                    )


def _month_bounds(random: Random) -> list[tuple[int, int | None]]:
    """Stretches of months that never overlap, now and then with a hole."""
    bounds = sorted(random.sample((1, 2, 3, 6, 12, 24), random.randrange(4)))
    stretches = list(zip((0, *bounds), (*bounds, None), strict=True))
    return [stretch for stretch in stretches if random.random() < 0.95]


def _case_factors(random: Random, chance: Chance, scheme: str) -> Iterator[CaseFactor]:
    for flag in FLAGS:
        if flag == "further_mandate" and scheme != SCHEMES[0]:
            continue
        for valid_from, valid_to in chance.validities():
            factor = Decimal(0) if flag in ("suspended", "warrant") else random.choice(FACTORS)
            yield CaseFactor(scheme, flag, factor, valid_from, valid_to)


def _task_weights(random: Random, chance: Chance, scheme: str) -> Iterator[TaskWeight]:
    for task_type in TASKS:
        if task_type == "closing_work" and scheme != SCHEMES[0]:
            continue
        weighs = random.choice(("in_progress", "after_delivery"))
        for valid_from, valid_to in chance.validities():
            if random.random() < 0.15:
                weighs = random.choice(("in_progress", "after_delivery"))
            window_days = random.choice((1, 14, 30, 45)) if weighs == "after_delivery" else None
            yield TaskWeight(scheme, task_type, _weight(random), weighs, window_days, valid_from, valid_to)


def _capacity_grades(random: Random, chance: Chance, scheme: str) -> Iterator[GradeShare]:
    for grade in GRADES:
        if _is_left_out(grade, scheme):
            continue
        for valid_from, valid_to in chance.validities():
            share = Decimal(random.choice(("1", "1", "0.5", "0.25", "0.333333", "0")))
            yield GradeShare(scheme, grade, share, valid_from, valid_to)
