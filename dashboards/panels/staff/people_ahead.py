"""People above the highest threshold of workload: as counted, and what a simulated load makes of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import numpy as np
import polars as pl

from analysis.queue import Levers, Past, Queue, Rates, bands
from analysis.queue.flows import FULL_PCT, Numbers
from analysis.queue.spread import Spread, fitted
from dashboards.panels.staff.cells import MONTHS, Cells
from dashboards.queries import staff as questions
from dashboards.view import View

MOST_MONTHS = 36  # that any page simulates


class Simulated(Protocol):
    """One simulation of the cells: its rates and levers, and what came of it."""

    rates: Rates
    levers: Levers
    queue: Queue


def work_and_capacity(run: Simulated) -> tuple[Numbers, Numbers]:
    """The work of the area, and what its staff can give: each (draws, months), in units of the scheme."""
    case_units = run.rates.case_units * run.levers.by_month(run.levers.work_factor)
    work = run.queue.carried_cases * case_units
    presence = run.levers.by_month(run.levers.presence_factor)
    capacity = run.levers.available_fte * presence * run.rates.fte_units
    return work.sum(axis=-1), capacity.sum(axis=-1)


@dataclass(frozen=True)
class PeopleAbove:
    """How many people are above the threshold of so many per cent, and how they lie around the load of all.

    ``people`` and ``over`` are those of the last month; ``was`` those over by past month, NaN where unknown.
    ``other_units`` are work and capacity of the lines that are not simulated, in the last month: people work
    in all lines, and these stay as they are.
    """

    threshold_pct: float
    people: int
    over: int
    was: Numbers
    spread: Spread
    past: Past
    other_units: tuple[float, float]

    @property
    def error_pct(self) -> float:
        """How far the spread was off the people above in a past month, in per cent of the people."""
        return FULL_PCT * self.spread.error

    def then(self, run: Simulated, seed: int) -> Numbers:
        """People above in the months ahead: (bands, months), one of ten draws below, half, nine of ten.

        Each month of each draw is off the line as far as one of the past: with the same seed the same one,
        whatever is simulated, and however many months.
        """
        work, capacity = work_and_capacity(run)
        load = FULL_PCT * (work + self.other_units[0]) / (capacity + self.other_units[1])
        draws, months = load.shape
        off = np.random.default_rng(seed).choice(self.spread.off, (draws, MOST_MONTHS))[:, :months]
        share = self.spread.share_above(load, self.threshold_pct, off)
        return bands(share * self._people_ahead(run))

    def _people_ahead(self, run: Simulated) -> Numbers:
        """People by month ahead: each FTE more or fewer of the line is as many people as one is now."""
        own = self.past.capacity_units[-1].sum()
        change = run.levers.available_fte.sum(axis=1) / self.past.available_fte[-1].sum() - 1
        return self.people * (1 + change * own / (own + self.other_units[1]))


def people_above(found: Cells, view: View) -> PeopleAbove | None:
    """Those of an area and its cells; None where too few are known to tell how they are spread.

    Raises:
        NotShownError: counts of people are not for every reader of the lists.
    """
    months = found.months
    counted = questions.people_above(view.reader, view.choice)
    counted = counted.filter(pl.col("month_start_on").is_in(months))
    other_work, other_capacity = _other_lines(view, months)
    work = found.past.workload_units.sum(axis=1) + other_work
    loads = FULL_PCT * work / (found.past.capacity_units.sum(axis=1) + other_capacity)
    year = counted.filter(pl.col("month_start_on").is_in(months[-MONTHS:]))
    spread = _spread(year, dict(zip(months, loads, strict=True)))
    highest = counted.filter(pl.col("threshold") == pl.col("threshold").max())
    last = highest.filter(month_start_on=months[-1])
    if spread is None or last.is_empty():
        return None
    return PeopleAbove(
        *(last[name][0] for name in ("threshold", "people", "people_over")),
        _by_month(highest, months),
        spread,
        found.past,
        (float(other_work[-1]), float(other_capacity[-1])),
    )


def _other_lines(view: View, months: Sequence[date]) -> tuple[Numbers, Numbers]:
    """Work and capacity of the lines that are not simulated, by past month."""
    rows = questions.months(view.reader, view.choice).filter(pl.col("part_id") == "")
    grid = pl.DataFrame({"month_start_on": months})
    full = grid.join(rows, on="month_start_on", how="left", maintain_order="left")
    amounts = full.select(
        pl.col("other_workload_units", "other_capacity_units").cast(pl.Float64).fill_null(0)
    )
    return tuple(column.to_numpy() for column in amounts)


def _spread(counted: pl.DataFrame, loads: Mapping[date, float]) -> Spread | None:
    """How people lie around the load of the area in the months of these rows, by ``loads`` in per cent."""
    return fitted(
        [loads[month] for month in counted["month_start_on"]],
        counted["threshold"],
        (counted["people_over"] / counted["people"]).fill_nan(0),
    )


def _by_month(rows: pl.DataFrame, months: Sequence[date]) -> Numbers:
    known = dict(rows.select("month_start_on", "people_over").iter_rows())
    return np.array([known.get(month, np.nan) for month in months], float)
