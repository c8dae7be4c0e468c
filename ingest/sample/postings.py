"""Postings: one officer in one group for a time, with grades that step up and hours that change."""

from dataclasses import dataclass, field

import numpy as np

from ingest.sample.absences import Reductions, drawn_spells, united
from ingest.sample.calendar import day
from ingest.sample.parameters import AS_OF, FTE_SHARES, LEAVERS_A_YEAR

STEPS = (  # grade, days until the next one; a trainee who steps up is a new contract row
    ("trainee_months_0_6", 182),
    ("trainee_months_6_12", 183),
    ("trainee_months_12_18", 182),
    ("newly_qualified", 274),
    ("officer", 100_000),
)
PROMOTED_EVERY, PROMOTED_AFTER_DAYS = 20, 1500  # assumption: one officer in so many becomes a senior one
GRADES = tuple(name for name, _ in STEPS)
# assumption: share of a full caseload by grade, to hand out work; the warehouse takes it from its seeds
CAPACITY_SHARE = {
    "trainee_months_0_6": 0.2,
    "trainee_months_6_12": 0.4,
    "trainee_months_12_18": 0.6,
    "newly_qualified": 0.8,
    "officer": 1.0,
    "senior_officer": 1.0,
}
LOOKS_AHEAD = (1, 4, 8)  # months: a trainee is taken on for what he will carry
_FTES = list(FTE_SHARES)
_FTE_SHARES = np.array([float(share) for share in FTE_SHARES.values()])


@dataclass
class Posting:
    """One officer in one group from a day until another: where cases can be given to somebody.

    ``grade`` and ``fte`` are those of the beginning, ``hours`` the later changes of hours by day;
    ``second`` marks the smaller part of a split role; ``ahead`` is what it carries in the next months.
    """

    officer: int
    group: int
    begins: int
    ends: int
    grade: str
    fte: float
    second: bool = False
    hours: dict[int, float] = field(default_factory=dict)
    ahead: np.ndarray = field(default_factory=lambda: np.empty(0))

    def grades(self) -> dict[int, str]:
        """Days on which a grade begins, in order; the steps count from the beginning of the posting."""
        if self.grade not in GRADES:
            return {self.begins: self.grade}
        began, on = {}, self.begins
        for name, days in STEPS[GRADES.index(self.grade) :]:
            began[on] = name
            on += days
        if self.officer % PROMOTED_EVERY == 0:
            began[max(began) + PROMOTED_AFTER_DAYS] = "senior_officer"
        return began

    def grade_on(self, on: int) -> str:
        """The grade of a day."""
        return [name for began, name in self.grades().items() if began <= on][-1]

    def room_by_month(self, months: np.ndarray, absent: np.ndarray) -> np.ndarray:
        """What can be carried on the first of each month: FTE times the share of the grade, less absences."""
        grades = self.grades()
        began = np.searchsorted(list(grades), months, side="right") - 1
        share = np.array([CAPACITY_SHARE[name] for name in grades.values()])[began.clip(0)]
        changed = np.searchsorted(sorted(self.hours), months, side="right")
        fte = np.array([self.fte, *(self.hours[on] for on in sorted(self.hours))])[changed]
        return fte * share * (1 - absent)

    def fte_on(self, on: int) -> float:
        """FTE on a day."""
        changed = [fte for began, fte in self.hours.items() if began <= on]
        return changed[-1] if changed else self.fte


@dataclass
class Staff:
    """All postings of the sample; officers are numbered from 0 and have their spells of absence."""

    rng: np.random.Generator
    months: np.ndarray
    postings: list[Posting] = field(default_factory=list)
    spells: list[Reductions] = field(default_factory=list)
    absent: list[np.ndarray] = field(default_factory=list)

    @property
    def officers(self) -> int:
        """Number of officers ever hired."""
        return len(self.spells)

    def hired(
        self, group: int, begins: int, grade: str, fte: float | None = None, ends: int | None = None
    ) -> Posting:
        """A new officer in a group; the day of leaving and the spells of absence are drawn at once."""
        if ends is None:
            tenure = int(self.rng.exponential(365.25 / float(LEAVERS_A_YEAR)))
            ends = contract_day(begins + 60 + tenure, self.rng)
        hours = float(self.rng.choice(_FTES, p=_FTE_SHARES)) if fte is None else fte
        posting = Posting(self.officers, group, begins, ends, grade, hours)
        spells = drawn_spells(self.rng, posting.officer, begins, ends)
        self.postings.append(posting)
        self.spells.append(spells)
        self.absent.append(spells.absent_share(self.months))
        self.review(posting)
        return posting

    def reductions(self) -> Reductions:
        """All spells in order of officer and day."""
        return united(self.spells)

    def review(self, posting: Posting) -> None:
        """Work out anew what a posting carries in the months to come, after a change."""
        absent = self.absent[posting.officer]
        room = posting.room_by_month(self.months, np.append(absent, absent[-1]))
        last = len(self.months) - 1
        ahead = [np.minimum(np.arange(last + 1) + months, last) for months in LOOKS_AHEAD]
        posting.ahead = np.mean([room[later] for later in ahead], axis=0)

    def gap(self, there: list[Posting], column: int, wanted: float) -> float:
        """FTE that a group can carry too little, seen a little ahead so that trainees count."""
        return wanted - float(sum(posting.ahead[column] for posting in there))


def contract_day(on: int, rng: np.random.Generator) -> int:
    """The first of a month for most contracts, its sixteenth for some."""
    month = int(np.datetime64(on, "D").astype("datetime64[M]").astype("datetime64[D]").astype(int))
    return month + (15 if rng.random() < 0.15 else 0)


def is_still_there(posting: Posting) -> bool:
    """Whether a posting runs beyond `AS_OF`."""
    return posting.ends > day(AS_OF)
