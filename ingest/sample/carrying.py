"""Who carries what: month by month mandates are given to officers, taken from leavers and evened out.

Everything of a month is one vectorised step. An officer gets new work by available FTE, more when the desk
is emptier than those of the colleagues, so that a newcomer fills up and nobody runs far ahead.
"""

from dataclasses import dataclass, field

import numpy as np

from ingest.sample.calendar import NEVER, day
from ingest.sample.desks import Desks
from ingest.sample.heaviness import Heaviness
from ingest.sample.inflow import Mandates
from ingest.sample.parameters import AS_OF
from ingest.sample.plan import group_of
from ingest.sample.volumes import LINE_OF_TYPE

EVENED_OUT_A_MONTH = 0.10  # assumption: share of cases moved away from a desk far above its team
FAR_ABOVE = 1.15
HANDED_OVER = 0.40  # assumption: cases of a leaver that go to a colleague the same day


@dataclass
class Assignments:
    """Periods in which a posting carries a mandate; ``ends`` is `NEVER` for the running ones."""

    case: np.ndarray
    posting: np.ndarray
    begins: np.ndarray
    ends: np.ndarray


@dataclass
class Carrying:
    """The state of the walk: who has what since when, what waits to be given out, what is written down."""

    mandates: Mandates
    desks: Desks
    team: np.ndarray
    heaviness: Heaviness
    rng: np.random.Generator
    desk: np.ndarray = field(init=False)
    since: np.ndarray = field(init=False)
    held: np.ndarray = field(init=False)
    hours: np.ndarray = field(init=False)
    waiting: list[tuple[np.ndarray, np.ndarray]] = field(default_factory=list)
    written: list[tuple[np.ndarray, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk = np.full(len(self.mandates), -1, dtype=np.int64)
        self.since = np.zeros(len(self.mandates), dtype=np.int64)
        self.held = np.empty(0, dtype=np.int64)
        self.hours = np.zeros(len(self.mandates))

    def close(self, cases: np.ndarray, on: np.ndarray) -> None:
        """End the running assignments of ``cases`` on the given days."""
        if len(cases):
            self.written.append((cases, self.desk[cases], self.since[cases], on))
            self.desk[cases] = -1

    def take_away(self, cases: np.ndarray, on: np.ndarray, gap: np.ndarray) -> None:
        """Close assignments and ask for a new officer ``gap`` days later."""
        self.close(cases, on)
        self.waiting.append((cases, on + gap))
        self.held = self.held[self.desk[self.held] >= 0]

    def due_until(self, after: int) -> tuple[np.ndarray, np.ndarray]:
        """Requests before a day, taken off the list; those that ended meanwhile are dropped."""
        cases = np.concatenate([cases for cases, _ in self.waiting] or [self.held[:0]])
        on = np.concatenate([on for _, on in self.waiting] or [self.held[:0]])
        alive = self.mandates.ended[cases] > on
        now = alive & (on < after)
        self.waiting = [(cases[alive & ~now], on[alive & ~now])]
        return cases[now], on[now]

    def give_out(self, cases: np.ndarray, on: np.ndarray, month: int) -> None:
        """Give each mandate to an officer of its group; with nobody there it is tried a month later."""
        groups = group_of(self.team[cases], LINE_OF_TYPE[self.mandates.kind[cases]])
        desk = self.desks.drawn(groups, self.load(), month, self.rng)
        found = desk >= 0
        self.waiting.append((cases[~found], on[~found] + 30))
        taken = cases[found]
        self.desk[taken] = desk[found]
        self.since[taken] = np.maximum(on[found], self.desks.begins[desk[found]])
        # an officer hired after the case was received carries it from the contract on
        late = self.since[taken] >= self.mandates.ended[taken]
        self.desk[taken[late]] = -1
        self.held = np.concatenate([self.held, taken[~late]])

    def weigh(self, month: int) -> None:
        """Hours of what is held at the beginning of a month: they hold for the whole of it."""
        self.hours[self.held] = self.heaviness.hours(self.held, month)

    def load(self) -> np.ndarray:
        """Hours a month on each desk, as weighed last."""
        return np.bincount(self.desk[self.held], self.hours[self.held], minlength=len(self.desks))

    def drop_ended(self, after: int) -> None:
        """Write down the assignments of mandates that ended before a day."""
        gone = self.held[self.mandates.ended[self.held] < after]
        self.close(gone, self.mandates.ended[gone])
        self.held = self.held[self.desk[self.held] >= 0]


def carried(
    mandates: Mandates,
    desks: Desks,
    allocated: np.ndarray,
    heaviness: Heaviness,
    moves: tuple[np.ndarray, np.ndarray, np.ndarray],
    rng: np.random.Generator,
) -> Assignments:
    """All assignments; ``moves`` are transfers: mandate, day and new team, in order of day."""
    walk = Carrying(mandates, desks, mandates.team.copy(), heaviness, rng)
    order = np.argsort(allocated, kind="stable")
    bound = np.searchsorted(allocated[order], desks.months)
    walk.waiting.append((order[: bound[0]], allocated[order[: bound[0]]]))
    walk.give_out(*walk.due_until(int(desks.months[0])), 0)
    for month in range(len(desks.months) - 1):
        after = int(desks.months[month + 1])
        walk.weigh(month)
        _release(walk, month)
        _transfer(walk, moves, month)
        _even_out(walk, month)
        fresh = order[bound[month] : bound[month + 1]]
        walk.waiting.append((fresh, allocated[fresh]))
        walk.give_out(*walk.due_until(min(after, day(AS_OF) + 1)), month)
        walk.drop_ended(after)
    walk.close(walk.held, np.full(len(walk.held), NEVER))
    case, posting, begins, ends = (np.concatenate(part) for part in zip(*walk.written, strict=True))
    order = np.lexsort((begins, case))
    is_period = (ends > begins)[order]
    return Assignments(*(part[order][is_period] for part in (case, posting, begins, ends)))


def _release(walk: Carrying, month: int) -> None:
    """Take the mandates of those who leave, move or fall out for long in this month."""
    day_of, kept = walk.desks.departures(month)
    on = day_of[walk.desk[walk.held]]
    stays = walk.rng.random(len(walk.held)) < kept[walk.desk[walk.held]]
    leaving = (on < NEVER) & ~stays & (walk.mandates.ended[walk.held] > on) & (walk.since[walk.held] < on)
    cases = walk.held[leaving]
    chance = walk.rng.random(len(cases))
    gap = np.where(chance < HANDED_OVER, 0, walk.rng.integers(3, 30, len(cases)))
    gap = np.where(chance > 0.9, walk.rng.integers(30, 75, len(cases)), gap)
    walk.take_away(cases, on[leaving], gap)


def _transfer(walk: Carrying, moves: tuple[np.ndarray, np.ndarray, np.ndarray], month: int) -> None:
    """Move mandates to another team; most get an officer there within three weeks."""
    first, after = np.searchsorted(moves[1], walk.desks.months[month : month + 2])
    cases, on, team = (part[first:after] for part in moves)
    walk.team[cases] = team
    carried_now = (walk.desk[cases] >= 0) & (walk.mandates.ended[cases] > on) & (walk.since[cases] < on)
    gap = walk.rng.integers(0, 21, int(carried_now.sum()))
    walk.take_away(cases[carried_now], on[carried_now], gap)


def _even_out(walk: Carrying, month: int) -> None:
    """Take some mandates from the desks far above the others of their group, without a gap."""
    share = walk.desks.fullness(walk.load(), month)
    chance = np.where(share > FAR_ABOVE, EVENED_OUT_A_MONTH, 0.002)[walk.desk[walk.held]]
    first = int(walk.desks.months[month])
    last = int(min(walk.desks.months[month + 1], day(AS_OF) + 1))
    on = first + (walk.rng.random(len(walk.held)) * (last - first)).astype(np.int64)
    chosen = (walk.rng.random(len(walk.held)) < chance) & (walk.mandates.ended[walk.held] > on)
    chosen &= walk.since[walk.held] < on
    walk.take_away(walk.held[chosen], on[chosen], np.zeros(int(chosen.sum()), dtype=np.int64))
