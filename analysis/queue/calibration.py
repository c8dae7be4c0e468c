"""The rates of a simulation, from past months: ratios of sums over them, which a reader can redo."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.queue.flows import Cases, Numbers, Rates


@dataclass(frozen=True)
class Past:
    """Months that have happened, (months, cells) each; stocks also before the first, (months + 1, cells).

    ``received_cases`` came, also from other cells; ``started_cases`` got their first officer. Means per day:
    ``active_cases`` carried, their ``workload_units``, and ``capacity_units`` of ``available_fte``.
    """

    waiting_cases: Cases
    carried_cases: Cases
    received_cases: Cases
    started_cases: Cases
    active_cases: Numbers
    workload_units: Numbers
    capacity_units: Numbers
    available_fte: Numbers

    @property
    def months(self) -> int:
        """How many months there are."""
        return self.received_cases.shape[0]

    def last(self, months: int, before: int = 0) -> "Past":
        """So many of the latest months, after leaving out those ``before`` the end."""
        end, every = self.months - before, vars(self)
        of = {name: one[end - months : end + (one.shape[0] - self.months)] for name, one in every.items()}
        return Past(**of)

    @property
    def unserved_cases(self) -> Cases:
        """Who left the list without an officer: waited before + came - started - wait after.

        Below zero where more started or still wait than can have come: cases that were taken back, or that
        came from another cell while they waited.
        """
        before, after = self.waiting_cases[:-1], self.waiting_cases[1:]
        return before + self.received_cases - self.started_cases - after

    @property
    def left_cases(self) -> Cases:
        """Who left the caseloads, less who came back to them: carried before + started - carried after."""
        return self.carried_cases[:-1] + self.started_cases - self.carried_cases[1:]


@dataclass(frozen=True)
class Calibration:
    """Rates, and the cells (cells,) in which the months say something that no rate can: it is taken as 0.

    ``is_unserved_negative``: more started than came and waited; ``is_left_negative``: more came back to the
    caseloads than left them.
    """

    rates: Rates
    is_unserved_negative: NDArray[np.bool_]
    is_left_negative: NDArray[np.bool_]


def calibrated(past: Past) -> Calibration:
    """Each rate as the months together had it.

    A share is the sum of who left over the sum of who were there before each month; the work of a case is the
    sum of work over that of carried cases, what a post can give the same of capacity over staff.

    Raises:
        ValueError: a cell without carried cases, without work or without staff.
    """
    every_month = np.ones((1, past.months))
    rates = _rates(past, every_month)
    once = Rates(**{name: of[0] if of.ndim == 2 else of for name, of in vars(rates).items()})
    return Calibration(once, past.unserved_cases.sum(axis=0) < 0, past.left_cases.sum(axis=0) < 0)


def resampled(past: Past, rng: np.random.Generator, draws: int) -> Rates:
    """Rates of each draw: those of as many months, drawn from the past ones with repeats (Efron 1979).

    Cells share the months that are drawn, so that what moves them together does so here. The work of a case
    and what a post can give are those of all months.
    """
    drawn = rng.multinomial(past.months, np.full(past.months, 1 / past.months), size=draws)
    return _rates(past, drawn.astype(float))


def _rates(past: Past, times: Numbers) -> Rates:
    """The rates with each month counted so many ``times`` (draws, months)."""
    if min(of.sum(axis=0).min() for of in (past.active_cases, past.workload_units, past.available_fte)) <= 0:
        raise ValueError("A cell has no carried cases, work or staff in these months: it has no rates.")
    return Rates(
        received_cases=times @ past.received_cases / past.months,
        left_share=_share(times @ past.left_cases, times @ past.carried_cases[:-1]),
        unserved_share=_share(times @ past.unserved_cases, times @ past.waiting_cases[:-1]),
        case_units=past.workload_units.sum(axis=0) / past.active_cases.sum(axis=0),
        fte_units=past.capacity_units.sum(axis=0) / past.available_fte.sum(axis=0),
    )


def _share(gone: Numbers, there: Numbers) -> Numbers:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.clip(np.where(there > 0, gone / there, 0), 0, 1)
