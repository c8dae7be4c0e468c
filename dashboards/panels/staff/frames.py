"""What the panels of What more staff buys are made from: two simulations of the area, side by side."""

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from analysis.queue import (
    Calibration,
    Levers,
    Queue,
    Rates,
    Start,
    bands,
    calibrated,
    fte_for_waiting,
    levers_as_in,
    resampled,
    simulated,
    steady_state,
    with_more,
)
from analysis.queue.by_wait import months_waited
from analysis.queue.formulas import WEEKS_A_MONTH, target_queue
from analysis.queue.staffing import spread_fte
from dashboards.choice import Choice
from dashboards.filters.levers import POSTS, months_ahead
from dashboards.panels.staff import posts
from dashboards.panels.staff.cells import MONTHS, Cells, cells
from dashboards.panels.staff.people_ahead import work_and_capacity
from dashboards.view import View

DRAWS, DRAWS_OF_A_SEARCH = 500, 100
AHEAD = 12  # months that are simulated
FULL_PCT = 100
PACE_MONTHS = 3
MOST_SHARE = 0.9
SEED = 1  # the same page is the same for everybody

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Run:
    """One simulation of the cells: its levers and what came of it."""

    rates: Rates
    levers: Levers
    queue: Queue

    @property
    def waiting_cases(self) -> Numbers:
        """Who waits in the area: (bands, months), one of ten draws below, half, nine of ten."""
        return bands(self.queue.waiting_cases.sum(axis=-1))

    @property
    def workload_pct(self) -> Numbers:
        """The work of the area in per cent of what its staff can give: (bands, months)."""
        work, capacity = work_and_capacity(self)
        return bands(FULL_PCT * work / capacity)

    @property
    def started_a_month(self) -> float:
        """How many cases an officer takes in a month of the year ahead: the mean of all draws."""
        return float(self.queue.started_cases[:, :AHEAD].sum(axis=-1).mean())

    def wait_weeks(self, cell: int | None = None) -> float:
        """How long a case that comes in a year waits: the list over the pace at which it is left by then.

        Infinite where none leaves the list in the last months; of one cell, or of all together.
        """
        year = slice(AHEAD - PACE_MONTHS, AHEAD)
        gone = (self.queue.started_cases + self.queue.unserved_cases)[:, year]
        waiting = self.queue.waiting_cases[:, AHEAD - 1]
        picked = slice(None) if cell is None else cell
        pace = gone[..., picked].sum() / PACE_MONTHS
        there = waiting[..., picked].sum()
        return float(WEEKS_A_MONTH * there / pace) if pace else (np.inf if there else 0.0)

    @property
    def weeks_waited(self) -> float:
        """Weeks within which nine in ten of those who wait in a year have waited; NaN where nobody does."""
        return float(WEEKS_A_MONTH * months_waited(self.queue.waiting_by_month.sum(axis=(0, 1)), MOST_SHARE))

    def cleared_month(self, most: float) -> int | None:
        """The first month (0 = the first) by which half of the draws have had at most so many waiting."""
        so_far = np.minimum.accumulate(self.queue.waiting_cases.sum(axis=-1), axis=1)
        reached = (so_far <= most).mean(axis=0) >= 0.5
        return int(np.argmax(reached)) if reached.any() else None


@dataclass(frozen=True)
class Outcome:
    """Everything that the page shows: as now, and with what is chosen."""

    cells: Cells
    calibration: Calibration
    start: Start
    as_now: Run
    chosen: Run
    most_cases: Numbers  # that may wait by the target, by cell
    demand_levers: Levers  # what is chosen but for the staff

    @property
    def months(self) -> list[date]:
        """First days of the months that are simulated."""
        return months_ahead(self.cells.months[-1], AHEAD)


def outcome(view: View) -> Outcome:
    """Both simulations of an area whose months are known (see `cells.is_known`)."""
    found = cells(view)
    year = found.past.last(MONTHS)
    calibration, start = calibrated(year), found.start
    rates = resampled(year, np.random.default_rng(SEED), DRAWS)
    now = levers_as_in(start, calibration.rates, year.available_fte[-1], months=AHEAD)
    demand = demand_levers(now, view.choice)
    chosen = replace(demand, available_fte=_staff(view, found, demand, calibration.rates))
    weekly = calibration.rates.received_cases * demand.by_month(demand.inflow_factor)[-1] / WEEKS_A_MONTH
    most = target_queue(weekly, view.choice.amount("target_wait"))
    return Outcome(
        found,
        calibration,
        start,
        *(_run(start, rates, levers) for levers in (now, chosen)),
        most,
        demand,
    )


def _staff(view: View, found: Cells, demand: Levers, rates: Rates) -> Numbers:
    """The staff chosen, by month and cell: a number more or fewer, or the posts that are being filled."""
    months = months_ahead(found.months[-1], AHEAD)
    if view.choice.of("staff_change") == POSTS:
        return demand.available_fte + posts.fte_by_month(view, found.ids, rates.fte_units, months)
    more = spread_fte(view.choice.amount("staff_change"), found.start, demand.available_fte[0])
    return with_more(demand.available_fte, more, months.index(view.choice.staff_from))


def demand_levers(now: Levers, choice: Choice) -> Levers:
    """The same staff with what is chosen of demand, absence and policy."""
    factors = {name: 1 + choice.amount(name) / FULL_PCT for name in ("inflow", "case_work")}
    limit = choice.values["load_limit"]
    return replace(
        now,
        inflow_factor=factors["inflow"],
        work_factor=factors["case_work"],
        presence_factor=1 - choice.amount("absence") / FULL_PCT,
        limit_pct=now.limit_pct if limit == "now" else np.full_like(now.limit_pct, float(limit)),
    )


def need_fte(found: Outcome, choice: Choice) -> Numbers:
    """How many more FTE, from the month chosen, bring the list to its target in a year; by cell."""
    rates = found.calibration.rates
    every_case = found.start.carried_cases + found.start.waiting_cases.sum(axis=1)
    every_case = every_case + AHEAD * rates.received_cases * 2
    return fte_for_waiting(
        found.start,
        rates,
        found.demand_levers,
        found.most_cases,
        first_month=found.months.index(choice.staff_from),
        most_fte=every_case
        * rates.case_units
        * 2
        / (rates.fte_units * found.demand_levers.limit_pct / FULL_PCT),
        draws=DRAWS_OF_A_SEARCH,
        seed=SEED,
    )


def steady_fte(found: Outcome) -> Numbers:
    """How many FTE are enough for good once the list is at its target; by cell."""
    return steady_state(found.calibration.rates, found.demand_levers, found.most_cases).available_fte


def _run(start: Start, rates: Rates, levers: Levers) -> Run:
    return Run(rates, levers, simulated(start, rates, levers, np.random.default_rng(SEED), DRAWS))
