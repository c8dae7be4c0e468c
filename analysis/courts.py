"""Whether courts keep up: what comes in and goes out, how long cases take, how old those are that wait.

Source: National Center for State Courts, CourTools, measures 2 (clearance rates), 3 (time to disposition) and
4 (age of the active pending caseload); Trial Court Performance Standards, measures 2.1.2 and 2.1.3.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Flow:
    """Cases of one period. What was reopened or taken up again comes in, what is put to rest goes out."""

    new: int
    disposed: int
    reopened: int = 0
    reactivated: int = 0
    reopened_disposed: int = 0
    placed_inactive: int = 0

    @property
    def incoming(self) -> int:
        """All that came in."""
        return self.new + self.reopened + self.reactivated

    @property
    def outgoing(self) -> int:
        """All that went out."""
        return self.disposed + self.reopened_disposed + self.placed_inactive


def clearance_percent(incoming: ArrayLike, outgoing: ArrayLike) -> NDArray[np.float64]:
    """What went out for each hundred that came in, of one period; nan where nothing came in."""
    incoming, outgoing = np.asarray(incoming, float), np.asarray(outgoing, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(incoming > 0, 100 * outgoing / incoming, np.nan)


def active_days(filed: date, disposed: date, inactive: Iterable[tuple[date, date]] = ()) -> int:
    """Days from filing to disposition without those on which the court could do nothing.

    ``inactive``: the first day of each, and the first day after it; what overlaps or lies outside counts once
    and not at all. ValueError for a disposition before the filing, or an end before its start.
    """
    if disposed < filed:
        raise ValueError("A case is disposed of after it was filed.")
    days, until = (disposed - filed).days, filed
    for first, after in sorted(inactive):
        if after < first:
            raise ValueError("A time of inactivity ends after it begins.")
        begins, ends = max(first, until), min(after, disposed)
        days -= max((ends - begins).days, 0)
        until = max(until, ends)
    return days


def percent_within(days: Sequence[float], standard_days: float) -> float | None:
    """How many of a hundred cases took no longer than the standard, the last day included; None of none."""
    found = np.asarray(days, float)
    return float(100 * (found <= standard_days).mean()) if found.size else None


@dataclass(frozen=True)
class Pending:
    """Active cases that wait on one day: ages in days; ``backlog`` are those older than the standard.

    mean, median and percent_over are None where no case waits.
    """

    ages: tuple[int, ...]
    mean: float | None
    median: float | None
    percent_over: float | None
    backlog: int


def pending(cases: pl.DataFrame, as_of: date, standard_days: int) -> Pending:
    """Of cases not yet disposed of: ``filed`` (date), ``is_active``; those not active are left out."""
    if (cases["filed"] > as_of).any() or cases["filed"].null_count():
        raise ValueError("A case that waits was filed, and by this day.")
    ages = cases.filter("is_active").select(age=(as_of - pl.col("filed")).dt.total_days())["age"]
    over = int((ages > standard_days).sum())
    if not ages.len():
        return Pending((), None, None, None, 0)
    return Pending(tuple(ages), ages.mean(), ages.median(), 100 * over / ages.len(), over)
