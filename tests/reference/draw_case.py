"""One random case with everything that hangs on it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tests.reference.case_days import NOT_ASSESSED
from tests.reference.chance import Chance
from tests.reference.days import ONE_DAY, Day, add_months
from tests.reference.draw_policy import FLAGS, LEVELS, MANDATES
from tests.reference.records import Assessment, Assignment, Case, CaseOffice, Flag

SHARES = (None, None, None, Decimal(1), Decimal("0.5"), Decimal("0.333333"), Decimal("0.25"), Decimal(0))
END_REASONS = (None, "completed", "breached")


@dataclass(frozen=True)
class Drawn:
    """A case and its rows in the other files."""

    case: Case
    offices: list[CaseOffice]
    assignments: list[Assignment]
    assessments: list[Assessment]
    flags: list[Flag]


def case_drawn(chance: Chance, case_id: str, offices: tuple[str, ...], officers: list[str]) -> Drawn:
    """A case whose dates cluster on month ends, on as_of and on each other."""
    case = _case(chance, case_id, chance.random.choice(offices))
    until = case.ended_on or chance.as_of
    assignments = list(_assignments(chance, case, until, officers))
    carried_from = min((row.valid_from for row in assignments), default=None)
    near = chance.around(case.opened_on, case.started_on, carried_from, case.ended_on)
    return Drawn(
        case,
        list(_transfers(chance, case, near, offices)),
        assignments,
        list(_assessments(chance, case, near)),
        list(_flags(chance, case, near)),
    )


def _case(chance: Chance, case_id: str, office_id: str) -> Case:
    random, as_of = chance.random, chance.as_of
    earliest = add_months(chance.first, -30) if chance.is_so(0.05) else chance.first - 60 * ONE_DAY
    received_on = chance.day(earliest, as_of)
    started_on = random.choice(
        (
            None,
            None,
            received_on,
            received_on - 20 * ONE_DAY,
            chance.day(received_on, as_of),
            received_on + ONE_DAY,
        )
    )
    started_on = min(started_on, as_of) if started_on else None
    case = Case(case_id, office_id, random.choice(tuple(MANDATES)), received_on, started_on)
    to_come = tuple(as_of + days * ONE_DAY for days in (-181, -180, -1, 0, 1, 40, 400))
    expected = random.choice((None, None, add_months(received_on, 3), *to_come))
    ended_on = _ended_on(chance, case)
    return replace(
        case,
        expected_end_on=expected,
        ended_on=ended_on,
        end_reason=random.choice(END_REASONS) if ended_on else None,
        sex=random.choice(("female", "male", None)),
    )


def _ended_on(chance: Chance, case: Case) -> Day | None:
    if chance.is_so(0.4):
        return None
    if chance.is_so(0.12):
        return case.opened_on
    near = (case.opened_on + ONE_DAY, chance.as_of)
    return chance.day(case.opened_on, chance.as_of, near)


def _assignments(chance: Chance, case: Case, until: Day, officers: list[str]) -> Iterator[Assignment]:
    """One to five periods of random officers: gaps, handovers and two at once; some cases get none."""
    random = chance.random
    if chance.is_so(0.15):
        return
    mine = random.sample(officers, random.choice((1, 1, 2, 3)))
    taken: dict[str, list[tuple[Day, Day | None]]] = {officer: [] for officer in mine}
    near = [*chance.around(case.opened_on, case.started_on, case.ended_on)]
    for _ in range(random.choice((1, 1, 2, 3, 5))):
        officer_id = random.choice(mine)
        low = case.opened_on - random.choice((0, 0, 0, 40)) * ONE_DAY
        begins_on = chance.day(low, max(low, min(until + 15 * ONE_DAY, chance.as_of)), tuple(near))
        ends_on = chance.end(begins_on, until + 60 * ONE_DAY, tuple(near))
        if not _collides(taken[officer_id], begins_on, ends_on):
            taken[officer_id].append((begins_on, ends_on))
            near += [ends_on] * 10 if ends_on else []
            yield Assignment(case.case_id, officer_id, begins_on, ends_on, random.choice(SHARES))


def _collides(taken: list[tuple[Day, Day | None]], begins_on: Day, ends_on: Day | None) -> bool:
    """Whether two periods of one officer share a day or a first day."""
    far = Day.max
    for other_begin, other_end in taken:
        first, end = max(begins_on, other_begin), min(ends_on or far, other_end or far)
        if first < end or begins_on == other_begin:
            return True
    return False


def _transfers(
    chance: Chance, case: Case, near: tuple[Day, ...], offices: tuple[str, ...]
) -> Iterator[CaseOffice]:
    count = chance.random.choice((0, 0, 0, 1, 2, 4))
    low, high = case.opened_on - 20 * ONE_DAY, chance.as_of + 60 * ONE_DAY
    for day in sorted({chance.day(low, high, near) for _ in range(count)}):
        yield CaseOffice(case.case_id, day, chance.random.choice(offices))


def _assessments(chance: Chance, case: Case, near: tuple[Day, ...]) -> Iterator[Assessment]:
    count = chance.random.choice((0, 1, 1, 2, 4))
    low = min(case.opened_on - 20 * ONE_DAY, chance.as_of)
    for day in sorted({chance.day(low, chance.as_of, near) for _ in range(count)}):
        yield Assessment(case.case_id, day, chance.random.choice((*LEVELS, NOT_ASSESSED)))


def _flags(chance: Chance, case: Case, near: tuple[Day, ...]) -> Iterator[Flag]:
    taken = set()
    low = min(case.opened_on - 20 * ONE_DAY, chance.as_of)
    for _ in range(chance.random.choice((0, 0, 1, 2, 3, 6))):
        # Few names for many periods: the same flag overlaps itself.
        flag = chance.random.choice(FLAGS[: chance.random.choice((2, 4, 6))])
        begins_on = chance.day(low, chance.as_of, near)
        if (flag, begins_on) not in taken:
            taken.add((flag, begins_on))
            ends_on = chance.end(begins_on, chance.as_of + 30 * ONE_DAY, near)
            yield Flag(case.case_id, flag, begins_on, ends_on)
