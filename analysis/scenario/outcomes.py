"""What came of a scenario, month by month: waiting cases, waits, workload, cases carried, staff needed."""

from dataclasses import dataclass

import numpy as np

from analysis.queue import Levers, Queue, Rates
from analysis.queue.flows import FULL_PCT, Numbers
from analysis.queue.formulas import WEEKS_A_MONTH

OUTCOMES = ("waiting_cases", "wait_weeks", "workload_pct", "active_cases", "available_fte", "fte_needed")
OF_CASES = ("waiting_cases", "active_cases")  # whole numbers
PACE_MONTHS = 3
_SHARES = (0.1, 0.5, 0.9)


@dataclass(frozen=True)
class Run:
    """One simulation of the cells: what it ran on, and what came of it."""

    rates: Rates
    levers: Levers
    queue: Queue

    def of(self, outcome: str, cell: int | None = None) -> Numbers:
        """One outcome (draws, months) of a cell, or of all cells together; see docs/scenarios.md.

        Ratios are of sums over the cells. Infinite weeks where nobody leaves a list that is not empty; NaN
        per cent without staff.
        """
        return getattr(self, f"_{outcome}")(slice(None) if cell is None else slice(cell, cell + 1))

    def bands(self, outcome: str, cell: int | None = None) -> Numbers:
        """(low, central, high) by month: one draw in ten is below, half, nine in ten."""
        # Half of the way to an infinite wait is no wait: of waits each is one of the draws.
        method = "inverted_cdf" if outcome == "wait_weeks" else "linear"
        return np.quantile(self.of(outcome, cell), _SHARES, axis=0, method=method)

    def at_end(self, outcome: str) -> float:
        """The mean of the draws at the end of the last month; of waits, the ratio of their sums."""
        if outcome != "wait_weeks":
            return float(self.of(outcome)[:, -1].mean())
        gone = (self.queue.started_cases + self.queue.unserved_cases)[:, -PACE_MONTHS:]
        waiting, months = self.queue.waiting_cases[:, -1].sum(), gone.shape[1]
        if not waiting:
            return 0.0
        return float(WEEKS_A_MONTH * waiting * months / gone.sum()) if gone.sum() else float("inf")

    def _waiting_cases(self, cells: slice) -> Numbers:
        return self.queue.waiting_cases[..., cells].sum(axis=-1).astype(float)

    def _active_cases(self, cells: slice) -> Numbers:
        return self.queue.carried_cases[..., cells].sum(axis=-1).astype(float)

    def _wait_weeks(self, cells: slice) -> Numbers:
        """The list at the end of a month over the pace at which it was left in the last three."""
        gone = (self.queue.started_cases + self.queue.unserved_cases)[..., cells].sum(axis=-1)
        up_to = np.cumsum(gone, axis=1)
        before = np.pad(up_to, ((0, 0), (PACE_MONTHS, 0)))[:, : up_to.shape[1]]
        months = np.minimum(np.arange(up_to.shape[1]) + 1, PACE_MONTHS)
        waiting = self._waiting_cases(cells)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(waiting > 0, WEEKS_A_MONTH * waiting * months / (up_to - before), 0)

    def _workload_pct(self, cells: slice) -> Numbers:
        work = (self.queue.carried_cases * self._case_units)[..., cells].sum(axis=-1)
        with np.errstate(divide="ignore", invalid="ignore"):
            capacity = (self.levers.available_fte * self._fte_units)[:, cells].sum(axis=-1)
            return np.where(capacity > 0, FULL_PCT * work / capacity, np.nan)

    def _available_fte(self, cells: slice) -> Numbers:
        presence = self.levers.by_month(self.levers.presence_factor)
        fte = (self.levers.available_fte * presence)[:, cells].sum(axis=-1)
        return np.broadcast_to(fte, (self.queue.waiting_cases.shape[0], fte.size))

    def _fte_needed(self, cells: slice) -> Numbers:
        """Posts that are there, not away, which would carry all who are carried or wait at 100 %."""
        cases = self.queue.carried_cases + self.queue.waiting_cases
        return (cases * self._case_units / self.rates.fte_units)[..., cells].sum(axis=-1)

    @property
    def _case_units(self) -> Numbers:
        return self.rates.case_units * self.levers.by_month(self.levers.work_factor)

    @property
    def _fte_units(self) -> Numbers:
        return self.rates.fte_units * self.levers.by_month(self.levers.presence_factor)
