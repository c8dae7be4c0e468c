"""Officers: who is hired, moves, changes hours and leaves; every group follows its plan with a lag."""

import numpy as np

from ingest.sample.calendar import NEVER, day
from ingest.sample.parameters import (
    AS_OF,
    FIRST_DAY,
    HIRE_GRADES,
    LEAVERS_A_YEAR,
    MOVERS_AMONG_HIRES,
    SENIOR_SHARE,
    SPLIT_ROLES,
)
from ingest.sample.postings import Posting, Staff, contract_day, is_still_there
from ingest.sample.volumes import LINES

FILLED_WITHIN_A_MONTH = 0.6  # assumption: chance that a vacancy is filled in a month
KNOWN_LEAVERS_DAYS = 150  # assumption: a leaving date is known five months ahead
ROOM_A_HEAD = 0.765  # assumption: FTE a planned head carries: 0.9 FTE less absences and training
HOURS_REVIEWED = (0, 3, 6, 9)  # months of the year in which hours are changed to fit the work
_GRADES = list(HIRE_GRADES)
_GRADE_SHARES = np.array([float(share) for share in HIRE_GRADES.values()])
FEWEST = 2
VACANCY = 0.5  # FTE missing that make a vacancy
SMALL_GROUP = 4  # planned heads up to which heads are counted, not what they carry

Present = list[list[Posting]]


def drawn_staff(rng: np.random.Generator, heads: np.ndarray, months: np.ndarray) -> Staff:
    """Postings that follow the planned heads [group, month] in what they can carry together."""
    staff = Staff(rng, months)
    now: Present = [[] for _ in heads]
    for group, wanted in enumerate(heads[:, 0]):
        now[group] = _first_postings(staff, group, wanted)
    for column in range(len(months)):
        for group in np.flatnonzero(heads[:, column]):
            wanted = heads[group, column] * ROOM_A_HEAD
            now[group] = [posting for posting in now[group] if posting.ends > months[column]]
            _fill(staff, now, int(group), column, int(heads[group, column]))
            if column % 12 in HOURS_REVIEWED:
                _fit_hours(staff, now[group], column, wanted)
    _add_split_roles(staff, len(heads))
    _forget_far_leavers(staff)
    return staff


def _first_postings(staff: Staff, group: int, wanted: int) -> list[Posting]:
    """Officers of the first day: enough to carry what the planned heads can carry."""
    there: list[Posting] = []
    if wanted == 0:
        return there
    while len(there) < FEWEST or (
        len(there) < wanted + 2 and staff.gap(there, 0, wanted * ROOM_A_HEAD) > VACANCY
    ):
        there.append(_first_posting(staff, group))
    return there


def _first_posting(staff: Staff, group: int) -> Posting:
    """An officer who is there on the first day: hired up to twenty years before, leaving after it."""
    first, rng = day(FIRST_DAY), staff.rng
    begins = contract_day(first - 30 - int(rng.beta(1, 2) * 20 * 365), rng)
    ends = contract_day(first + int(rng.exponential(365.25 / float(LEAVERS_A_YEAR))) + 40, rng)
    grade = "senior_officer" if rng.random() < float(SENIOR_SHARE) else "officer"
    return staff.hired(group, begins, "trainee_months_0_6" if first - begins < 540 else grade, ends=ends)


def _fill(staff: Staff, now: Present, group: int, column: int, heads: int) -> None:
    """Fill vacancies, most within a month or two, by somebody of another office or somebody new."""
    gap = staff.gap(now[group], column, heads * ROOM_A_HEAD)
    most = heads if heads <= SMALL_GROUP else heads + 2 + heads // 20
    while len(now[group]) < FEWEST or (gap > VACANCY and len(now[group]) < most):
        if len(now[group]) >= FEWEST and staff.rng.random() > FILLED_WITHIN_A_MONTH:
            return
        mover = _mover(staff, now, group, column)
        filled = _moved(staff, mover, group, column) if mover else _newcomer(staff, group, column)
        now[group].append(filled)
        gap -= ROOM_A_HEAD


def _newcomer(staff: Staff, group: int, column: int) -> Posting:
    """Somebody new, from the first of the month or its middle."""
    begins = int(staff.months[column]) + (15 if staff.rng.random() < 0.15 else 0)
    grade = str(staff.rng.choice(_GRADES, p=_GRADE_SHARES))
    if grade == "officer" and staff.rng.random() < float(SENIOR_SHARE):
        grade = "senior_officer"
    return staff.hired(group, begins, grade)


def _mover(staff: Staff, now: Present, group: int, column: int) -> Posting | None:
    """An officer of the same line in a team that can miss one, two years or longer there."""
    if staff.rng.random() > float(MOVERS_AMONG_HIRES):
        return None
    month = int(staff.months[column])
    others = [g for g in range(group % len(LINES), len(now), len(LINES)) if g != group and len(now[g]) > 8]
    if not others:
        return None
    source = now[int(staff.rng.choice(others))]
    settled = [posting for posting in source if month - posting.begins > 780 and posting.ends > month + 365]
    if not settled:
        return None
    mover = settled[int(staff.rng.integers(len(settled)))]
    source.remove(mover)
    return mover


def _moved(staff: Staff, mover: Posting, group: int, column: int) -> Posting:
    """The officer's posting in the new office; two years after hiring every step is behind him."""
    month = int(staff.months[column])
    grade = mover.grade_on(month)
    posting = Posting(mover.officer, group, month, mover.ends, grade, mover.fte_on(month))
    mover.ends = month
    mover.hours = {on: fte for on, fte in mover.hours.items() if on < month}
    staff.postings.append(posting)
    staff.review(posting)
    return posting


def _fit_hours(staff: Staff, there: list[Posting], column: int, wanted: float) -> None:
    """Some officers work more where much is missing, or less where there is more than enough."""
    month = int(staff.months[column])
    gap = staff.gap(there, column, wanted)
    for posting in there:
        settled = month - max([posting.begins, *posting.hours]) > 540
        fte = posting.fte_on(month)
        step = 1.0 - fte if gap > 0 else 0.8 - fte
        if (
            settled
            and (gap > 0.25 or gap < -0.4)
            and step != 0
            and step * gap > 0
            and abs(step) <= abs(gap) + 0.1
        ):
            posting.hours[month] = round(fte + step, 2)
            staff.review(posting)
            gap -= step


def _add_split_roles(staff: Staff, groups: int) -> None:
    """Some officers work a fifth in the same line of another team: at least one where there are two."""
    lines, teams = len(LINES), groups // len(LINES)
    populated = {posting.group for posting in staff.postings}
    settled = [
        p
        for p in staff.postings
        if p.fte == 1.0 and not p.hours and is_still_there(p) and p.grade == "officer"
    ]
    wanted = max(1, round(float(SPLIT_ROLES) * len(settled)))
    for position in staff.rng.permutation(len(settled))[:wanted]:
        first = settled[position]
        group = (first.group // lines + 1) % teams * lines + first.group % lines
        if group in populated and group != first.group:
            first.fte = 0.8
            begins = max(first.begins, day("2024-01-01"))
            staff.postings.append(
                Posting(first.officer, group, begins, first.ends, "officer", 0.2, second=True)
            )


def _forget_far_leavers(staff: Staff) -> None:
    """Nobody knows today who leaves in two years: far ends become empty."""
    for posting in staff.postings:
        if posting.ends > day(AS_OF) + KNOWN_LEAVERS_DAYS:
            posting.ends = NEVER
