"""Reductions: sickness, long and parental leave, and other duties, as shares of an officer's contracts.

Spells are drawn when an officer is hired, so that the service can fill the gaps it will have.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day
from ingest.sample.columns import dates, ids, words
from ingest.sample.parameters import (
    AS_OF,
    FIRST_DAY,
    LONG_LEAVE_SHARE,
    OTHER_REDUCTIONS_SHARE,
    SICK_SHARE,
    SICK_SPELLS_A_YEAR,
)

REASONS = ("absence", "long_leave", "parental_leave", "training", "union_time", "other_duties")
LONG_ABSENCE_DAYS = 75  # assumption: from here on cases are handed over
PLANNED_DAYS = 180  # assumption: leave is planned half a year ahead
# reason, mean length in days, share of the contract, part of the long leave or of the other reductions
LONG_LEAVE = (
    ("long_leave", 270, 1.0, 0.6),
    ("parental_leave", 105, 1.0, 0.2),
    ("parental_leave", 500, 0.2, 0.2),
)
OTHER = (("training", 180, 0.2, 0.4), ("union_time", 720, 0.5, 0.2), ("other_duties", 365, 0.2, 0.4))


def _kinds() -> list[tuple[str, float, float, float]]:
    """Kinds of spell: reason, mean length in days, share, spells a year."""
    sick_days = float(SICK_SHARE) / float(SICK_SPELLS_A_YEAR) * 365.25
    kinds = [("absence", sick_days, 1.0, float(SICK_SPELLS_A_YEAR))]
    for parts, total in ((LONG_LEAVE, LONG_LEAVE_SHARE), (OTHER, OTHER_REDUCTIONS_SHARE)):
        for reason, mean, share, part in parts:
            kinds.append((reason, mean, share, float(total) * part / share / mean * 365.25))
    return kinds


KINDS = _kinds()
_MEAN = np.array([mean for _, mean, _, _ in KINDS])
_A_YEAR = np.array([a_year for _, _, _, a_year in KINDS])
_SHARE = np.array([share for _, _, share, _ in KINDS])
_REASON = np.array([REASONS.index(reason) for reason, *_ in KINDS])
_SPREAD = np.where(_REASON == 0, 1.2, 0.5)


@dataclass
class Reductions:
    """Reductions as arrays of one length; ``ends`` is `NEVER` where nobody knows the end."""

    officer: np.ndarray
    reason: np.ndarray
    begins: np.ndarray
    ends: np.ndarray
    share: np.ndarray

    def absent_share(self, months: np.ndarray) -> np.ndarray:
        """Mean share of these spells together in each month; ``months`` ends with one more first day."""
        first, after = months[:-1, None], months[1:, None]
        days = np.clip(np.minimum(self.ends, after) - np.maximum(self.begins, first), 0, None)
        return np.minimum((days * self.share / (after - first)).sum(axis=1), 1.0)


def drawn_spells(rng: np.random.Generator, officer: int, begins: int, ends: int) -> Reductions:
    """Spells of one officer while in service; lengths have a long tail; plans reach beyond `AS_OF`."""
    first, last = max(begins, day(FIRST_DAY) - 200), min(ends, day(AS_OF) + PLANNED_DAYS)
    years = max(last - first, 0) / 365.25
    kind = np.repeat(np.arange(len(KINDS)), rng.poisson(_A_YEAR * years))
    start = first + (rng.random(len(kind)) * years * 365.25).astype(np.int64)
    length = np.exp(rng.normal(np.log(_MEAN[kind]) - _SPREAD[kind] ** 2 / 2, _SPREAD[kind]))
    end = np.minimum(start + np.maximum(length, 5).astype(np.int64), ends)
    is_sick = _REASON[kind] == 0
    keep = (end > start) & ~(is_sick & (start > day(AS_OF)))
    # nobody knows when a sick officer returns
    end = np.where(is_sick & (end > day(AS_OF) + 30), NEVER, end)
    order = np.lexsort((_REASON[kind], start))
    order = order[keep[order]]
    spells = Reductions(
        np.full(len(order), officer), _REASON[kind][order], start[order], end[order], _SHARE[kind][order]
    )
    return _one_for_each_day(spells)


def _one_for_each_day(spells: Reductions) -> Reductions:
    """One spell for each reason and first day: they are the key."""
    key = spells.begins * len(REASONS) + spells.reason
    keep = np.ones(len(key), dtype=bool)
    keep[1:] = key[1:] != key[:-1]
    return united([spells], keep)


def united(parts: list[Reductions], keep: np.ndarray | slice = slice(None)) -> Reductions:
    """Spells of several officers in one."""
    names = Reductions.__annotations__
    return Reductions(*(np.concatenate([getattr(part, name) for part in parts])[keep] for name in names))


def reductions_frame(reductions: Reductions) -> pl.DataFrame:
    """The entity ``staff_reductions``: coarse reasons, never a diagnosis."""
    return pl.DataFrame(
        {
            "officer_id": ids("O", reductions.officer, 4),
            "reason": words(REASONS, reductions.reason),
            "valid_from": dates(reductions.begins),
            "valid_to": dates(reductions.ends),
            "share": reductions.share,
        }
    )
