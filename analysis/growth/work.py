"""Work on the officers, in units of a weight scheme: the open cases, and what each of them asks.

    work = sum over kinds of
               open cases x share with an officer x sum over risk levels and phases of
                   share of the level x share of the phase in it x units a case, by today's weights
                   x units by the weights of the day / units by today's
           + sum over kinds of tasks of units by today's weights x the same ratio

The factor ``flags`` is what is left of a case's weight once kind, risk, phase and weights are taken out:
flags, the shares that officers have in a case, and where in its phase the case is.
"""

from functools import cached_property

import numpy as np
import polars as pl

from analysis.growth.cells import Side
from analysis.growth.coding import Cells, Coding, Groups, side_by_side
from analysis.growth.months import KIND, MIX, OFFICE_LINE, TASK, Months
from analysis.growth.moving import Factor, Moving
from analysis.growth.stock import STOCK_DEGREE, STOCK_FACTORS, Stock

WORK_FACTORS = (*STOCK_FACTORS, "cover", "risk", "phase", "flags", "weights", "tasks")
WORK_DEGREE = STOCK_DEGREE + 5
_ACTIVE, _UNITS, _BY_TODAY = "active", "units", "by_today"
_DAYS = pl.col("workload_units_avg")
# Units by the weights of today are empty where these never changed: they are those of the day.
_WEIGHED = {_UNITS: _DAYS, _BY_TODAY: pl.col("workload_units_now_avg").fill_null(_DAYS)}


class Work:
    """Work by pair of months, office and line, as a mean over the days of the months.

    Raises:
        ValueError: cases with an officer where none is open.
    """

    def __init__(self, months: Months, coding: Coding) -> None:
        self._known: dict[float, Moving] = {}
        active = {_ACTIVE: pl.col("active_cases_avg")}
        self.mix = side_by_side(months.mix, coding, MIX, active | _WEIGHED)
        self.tasks = side_by_side(months.tasks, coding, TASK, _WEIGHED)
        self.stock = Stock(months, coding, "avg")
        if np.any(self._of_kind == self.stock.kinds.count):
            raise ValueError("Cases are with an officer in an office and kind in which none is open.")
        carried, is_open = self._carried, self.stock.open_cases
        for active, present in ((carried.before, is_open.before), (carried.after, is_open.after)):
            if np.any(active > present + 1e-6):
                raise ValueError("More cases of a kind are with an officer than are open.")

    @cached_property
    def offices(self) -> Groups:
        """Pairs, offices and lines: the rows of what ``at`` gives."""
        return Groups(OFFICE_LINE, self.stock.kinds, self.tasks)

    @cached_property
    def units(self) -> Side:
        """The work of each office and line."""
        mandates, tasks = (
            cells[_UNITS].summed(self.offices.numbers(cells), self.offices.count)
            for cells in (self.mix, self.tasks)
        )
        return Side(mandates.before + tasks.before, mandates.after + tasks.after)

    def at(self, way: float) -> Moving:
        """The work of each office and line at a point of the way; a percentage asks for the same points."""
        if way not in self._known:
            self._known[way] = self._at(way)
        return self._known[way]

    def _at(self, way: float) -> Moving:
        cover, risk, phase, flags, weights = (factor.at(way) for factor in self._asked)
        a_case = (risk * phase * flags * weights).summed(self._of_kind, self.stock.kinds.count)
        mandates = self.stock.at(way) * cover * a_case
        tasks, task_weights = (factor.at(way) for factor in self._tasks)
        of_kind, of_task = self._of_office
        count = self.offices.count
        return mandates.summed(of_kind, count) + (tasks * task_weights).summed(of_task, count)

    @cached_property
    def _of_kind(self) -> np.ndarray:
        return self.stock.kinds.numbers(self.mix)

    @cached_property
    def _of_office(self) -> tuple[np.ndarray, np.ndarray]:
        return self.offices.numbers(self.stock.kinds), self.offices.numbers(self.tasks)

    @cached_property
    def _carried(self) -> Side:
        return self.mix[_ACTIVE].summed(self._of_kind, self.stock.kinds.count)

    @cached_property
    def _asked(self) -> tuple[Factor, ...]:
        of_level, levels = self.mix.of_groups((*KIND, "risk_level"))
        active = self.mix[_ACTIVE]
        at_level = active.summed(of_level, levels).of(of_level)
        units, by_today = _by_today(self.mix)
        return (
            Factor("cover", self._carried / self.stock.open_cases),
            Factor("risk", at_level / self._carried.of(self._of_kind)),
            Factor("phase", active / at_level),
            Factor("flags", by_today / active),
            Factor("weights", units / by_today),
        )

    @cached_property
    def _tasks(self) -> tuple[Factor, Factor]:
        units, by_today = _by_today(self.tasks)
        return Factor("tasks", by_today), Factor("weights", units / by_today)


def _by_today(cells: Cells) -> tuple[Side, Side]:
    """Units by the weights of the days, and by those of today.

    Where today's weights make nothing of what weighed something, no ratio says what they changed: the cell
    then counts by the weights of the days, and its whole change as one of the cases.
    """
    units, now = cells[_UNITS], cells[_BY_TODAY]
    is_gone = ((now.before == 0) & (units.before != 0)) | ((now.after == 0) & (units.after != 0))
    return units, units.where(is_gone, now)
