"""Random deliveries full of borders; every row is one that the contract loads."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.contract import POST_STATUSES
from tests.reference.chance import Chance
from tests.reference.days import ONE_DAY, Day, add_months, month_start
from tests.reference.draw_case import Drawn, case_drawn
from tests.reference.draw_policy import GRADES, TASKS
from tests.reference.draw_published import published_drawn
from tests.reference.draw_results import with_results
from tests.reference.records import Contract, Delivery, Office, Post, Reduction, Task

OFFICES = ("AAA", "BBB", "CCC", "DDD")
# From which the region of each office is drawn: several, some not delivered, one for all, none.
SEVERAL = (("North", "South"), ("East", "West", None), ("North", None))
REGIONS = (*SEVERAL, *SEVERAL, ("North",), (None,))
# Regions stand between where there are more offices than this.
SIDE_BY_SIDE = (0, 2, len(OFFICES) - 1, len(OFFICES) - 1, len(OFFICES), 40)
FTES = tuple(map(Decimal, ("1", "0.8", "0.5", "0.333333", "0", "0.9", "1")))
SHARES = tuple(map(Decimal, ("0.1", "0.4", "0.5", "0.6", "0.8", "1", "0.333333", "0")))
MISSING = (
    ("staff_contracts", "staff_reductions"),
    ("case_assignments",),
    ("tasks", "case_offices"),
    ("case_flags", "case_assessments"),
)
LINES = (None, None, "offender_supervision", "victims", "civil", "coordination")


def delivery_drawn(
    chance: Chance, reasons: tuple[str, ...], cases: int = 120, officers: int = 12
) -> Delivery:
    """A delivery of so many cases and officers in four offices, half as many tasks as cases."""
    names = [f"officer-{number:02}" for number in range(officers)]
    delivery = Delivery(chance.as_of, offices=[Office(name, f"Office {name}") for name in OFFICES])
    for name in names:
        delivery.staff_contracts += _contracts(chance, name)
        delivery.staff_reductions += _reductions(chance, name, reasons)
    for number in range(cases):
        _add(delivery, case_drawn(chance, f"case-{number:04}", OFFICES, names))
    delivery.tasks += [_task(chance, number, delivery, names) for number in range(cases // 2)]
    delivery = _thinned(chance, delivery)
    delivery = replace(delivery, published_figures=list(published_drawn(chance, OFFICES)))
    delivery = _in_regions(chance, delivery)
    delivery = replace(delivery, posts=[_post(chance, number) for number in range(officers)])
    # Drawn last: what was drawn before stays as it was.
    return with_results(chance, delivery, OFFICES, names)


def _in_regions(chance: Chance, delivery: Delivery) -> Delivery:
    """The offices in regions, which come to bear in some deliveries only."""
    regions = chance.random.choice(REGIONS)
    return replace(
        delivery,
        offices_side_by_side=chance.random.choice(SIDE_BY_SIDE),
        offices=[replace(office, region=chance.random.choice(regions)) for office in delivery.offices],
    )


def _thinned(chance: Chance, delivery: Delivery) -> Delivery:
    """Now and then a delivery without some of its files."""
    if chance.is_so(0.8):
        return delivery
    missing = frozenset(chance.random.choice(MISSING))
    return replace(delivery, not_delivered=missing, **{name: [] for name in missing})


def _add(delivery: Delivery, drawn: Drawn) -> None:
    delivery.cases.append(drawn.case)
    delivery.case_offices += drawn.offices
    delivery.case_assignments += drawn.assignments
    delivery.case_assessments += drawn.assessments
    delivery.case_flags += drawn.flags


def _contracts(chance: Chance, officer_id: str) -> Iterator[Contract]:
    random = chance.random
    earliest, latest = chance.first - 200 * ONE_DAY, chance.as_of + 300 * ONE_DAY
    for office_id in random.sample(OFFICES, random.choice((1, 1, 2))):
        kind = random.choice(("whole", "steps", "steps", "empty", "to_come"))
        begins_on = (
            chance.day(chance.as_of + ONE_DAY, latest)
            if kind == "to_come"
            else chance.day(earliest, chance.as_of)
        )
        for _ in range(3 if kind == "steps" else 1):
            ends_on = chance.end(begins_on, latest)
            if kind in ("whole", "empty"):
                ends_on = begins_on if kind == "empty" else None
            line, fte = random.choice(LINES), random.choice(FTES)
            yield Contract(officer_id, office_id, begins_on, ends_on, random.choice(GRADES), fte, line)
            if ends_on is None:
                break
            # The same first day twice would be the same key twice.
            gap = random.choice((0, 0, 1, 30)) if ends_on > begins_on else random.choice((1, 30))
            begins_on = ends_on + gap * ONE_DAY


def _reductions(chance: Chance, officer_id: str, reasons: tuple[str, ...]) -> Iterator[Reduction]:
    latest, taken = chance.as_of + 300 * ONE_DAY, set()
    for _ in range(chance.random.choice((0, 1, 2, 4))):
        # Close to the ones before, so that they overlap and come to more than the whole contract.
        near = tuple(day for _, day in sorted(taken))
        reason, begins_on = chance.random.choice(reasons), chance.day(chance.first, latest, near)
        if (reason, begins_on) not in taken:
            taken.add((reason, begins_on))
            near = (begins_on + 10 * ONE_DAY, begins_on + 40 * ONE_DAY)
            ends_on = chance.end(begins_on, latest, near)
            yield Reduction(officer_id, reason, begins_on, ends_on, chance.random.choice(SHARES))


def _post(chance: Chance, number: int) -> Post:
    random = chance.random
    # On the last day, the first and the last of a month, and around them.
    near = (chance.as_of, chance.as_of + ONE_DAY, add_months(month_start(chance.as_of), 2))
    begins_on = chance.day(chance.as_of - 60 * ONE_DAY, chance.as_of + 500 * ONE_DAY, near)
    return Post(
        post_id=f"post-{number:02}",
        office_id=random.choice(OFFICES),
        grade=random.choice(GRADES),
        fte=random.choice(FTES),
        status=random.choice(POST_STATUSES),
        service_line=random.choice(LINES),
        expected_start_on=begins_on if chance.is_so(0.7) else None,
    )


def _task(chance: Chance, number: int, delivery: Delivery, officers: list[str]) -> Task:
    random = chance.random
    requested_on = chance.day(chance.first, chance.as_of)
    assigned_on = chance.day(requested_on - 10 * ONE_DAY, chance.as_of) if chance.is_so(0.6) else None
    begins_on = max(requested_on, assigned_on or requested_on)
    return Task(
        task_id=f"task-{number:04}",
        task_type=random.choice(tuple(TASKS)),
        office_id=random.choice(OFFICES),
        case_id=random.choice(delivery.cases).case_id if chance.is_so(0.5) else None,
        officer_id=random.choice(officers) if chance.is_so(0.8) else None,
        requested_on=requested_on,
        assigned_on=assigned_on,
        due_on=_due_on(chance, requested_on),
        delivered_on=chance.day(begins_on, chance.as_of, (begins_on,)) if chance.is_so(0.7) else None,
    )


def _due_on(chance: Chance, requested_on: Day) -> Day | None:
    return chance.day(requested_on, chance.as_of + 90 * ONE_DAY) if chance.is_so(0.7) else None
