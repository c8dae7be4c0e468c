"""Desks: postings with what they can carry in each month, and the draw of a desk for a mandate."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from ingest.sample.absences import LONG_ABSENCE_DAYS, Reductions
from ingest.sample.calendar import NEVER
from ingest.sample.contracts import ContractRow
from ingest.sample.postings import CAPACITY_SHARE, Staff

STYLE_SPREAD = 0.06  # assumption: officers of equal hours carry unequal desks
KEPT_BY_LEAVERS = 0.0
KEPT_BY_MOVERS = 0.05  # assumption: cases an officer takes along to another office
KEPT_IN_ABSENCE = 0.2  # assumption: cases that stay with an officer who is away for long


@dataclass
class Desks:
    """Postings as arrays: group and first day; ``room``: what each can carry by [desk, month]."""

    group: np.ndarray
    begins: np.ndarray
    room: np.ndarray
    months: np.ndarray
    departure: np.ndarray
    kept: np.ndarray

    def __len__(self) -> int:
        return len(self.group)

    def departures(self, month: int) -> tuple[np.ndarray, np.ndarray]:
        """By desk: the day in this month on which its cases are given up (`NEVER`: none), share kept."""
        return self.departure[:, month], self.kept[:, month]

    def fullness(self, load: np.ndarray, month: int) -> np.ndarray:
        """Load of each desk against the load of its group for the same room; 1 where there is no room."""
        room = self.room[:, month]
        groups = int(self.group.max()) + 1
        of_group = np.bincount(self.group, load, groups) / np.maximum(
            np.bincount(self.group, room, groups), 1e-9
        )
        fair = room * of_group[self.group]
        return np.where(fair > 0, load / np.maximum(fair, 1e-9), 1.0)

    def drawn(self, groups: np.ndarray, load: np.ndarray, month: int, rng: np.random.Generator) -> np.ndarray:
        """A desk for each mandate (by its group), -1 where a group has none; in even steps of room."""
        free = np.where(self.departure[:, month] < NEVER, 0.0, self.room[:, month])
        pull = free * np.clip(1 + 6.0 * (1 - self.fullness(load, month)), 0.02, 6.0)
        order = np.argsort(self.group, kind="stable")
        cumulated = np.concatenate([[0.0], np.cumsum(pull[order])])
        first = cumulated[np.searchsorted(self.group[order], groups, side="left")]
        after = cumulated[np.searchsorted(self.group[order], groups, side="right")]
        target = first + _even_steps(groups, rng) * (after - first)
        desk = order[np.clip(np.searchsorted(cumulated, target, side="right") - 1, 0, len(order) - 1)]
        return np.where((after - first > 1e-9) & (self.group[desk] == groups), desk, -1)


def _even_steps(groups: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """For each mandate its place in its group, in random order, spread evenly over 0 to 1."""
    order = np.lexsort((rng.random(len(groups)), groups))
    ordered = groups[order]
    starts = np.searchsorted(ordered, ordered, side="left")
    size = np.searchsorted(ordered, ordered, side="right") - starts
    steps = np.empty(len(groups))
    steps[order] = (np.arange(len(groups)) - starts + rng.random(len(groups))) / size
    return steps * 0.999999


def set_desks(
    rng: np.random.Generator,
    staff: Staff,
    contracts: list[ContractRow],
    reductions: Reductions,
    months: np.ndarray,
) -> Desks:
    """Desks of all postings; nobody gets new cases in a month of arrival, departure or long absence."""
    postings = staff.postings
    officer = np.array([posting.officer for posting in postings])
    begins = np.array([posting.begins for posting in postings])
    ends = np.array([posting.ends for posting in postings])
    room = np.zeros((len(postings), len(months) - 1))
    row = np.array([[r.posting, r.begins, r.ends, r.fte * CAPACITY_SHARE[r.grade]] for r in contracts])
    for column, (first, after) in enumerate(pairwise(months)):
        days = np.clip(np.minimum(row[:, 2], after) - np.maximum(row[:, 1], first), 0, None)
        weight = days / (after - first) * row[:, 3]
        room[:, column] = np.bincount(row[:, 0].astype(np.int64), weight, minlength=len(postings))
        room[(begins > first) | (ends < after), column] = 0.0
    room *= 1 - np.stack(staff.absent)[officer]
    room *= np.exp(rng.normal(0, STYLE_SPREAD, len(postings)))[:, None]
    departure, kept = _departures(staff, reductions, months)
    return Desks(np.array([posting.group for posting in postings]), begins, room, months, departure, kept)


def _departures(staff: Staff, reductions: Reductions, months: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """By [desk, month]: the day on which cases are given up, and the share that stays."""
    departure = np.full((len(staff.postings), len(months) - 1), NEVER, dtype=np.int64)
    kept = np.zeros(departure.shape)
    long = (reductions.share > 0.75) & (reductions.ends - reductions.begins > LONG_ABSENCE_DAYS)
    absent_from: dict[int, list[int]] = {}
    for officer, begins in zip(reductions.officer[long], reductions.begins[long], strict=True):
        absent_from.setdefault(int(officer), []).append(int(begins))
    last_end = {}
    for posting in staff.postings:
        last_end[posting.officer] = max(last_end.get(posting.officer, 0), posting.ends)
    for desk, posting in enumerate(staff.postings):
        moves = posting.ends < last_end[posting.officer]
        events = [(begins, KEPT_IN_ABSENCE) for begins in absent_from.get(posting.officer, [])]
        events.append((posting.ends, KEPT_BY_MOVERS if moves else KEPT_BY_LEAVERS))
        for on, share in events:
            month = int(np.searchsorted(months, on, side="right")) - 1
            if 0 <= month < departure.shape[1] and on <= posting.ends:
                departure[desk, month], kept[desk, month] = on, share
    return departure, kept
