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

from analysis.growth.cells import Side, numbered, numbers_in, side_by_side, side_of
from analysis.growth.months import OFFICE_LINE, Months
from analysis.growth.moving import Factor, Moving
from analysis.growth.stock import KIND, STOCK_DEGREE, STOCK_FACTORS, Stock

WORK_FACTORS = (*STOCK_FACTORS, "cover", "risk", "phase", "flags", "weights", "tasks")
WORK_DEGREE = STOCK_DEGREE + 5
UNITS = ("workload_units_avg", "workload_units_now_avg")


class Work:
    """Work by pair of months, office and line, as a mean over the days of the months.

    Raises:
        ValueError: cases with an officer where none is open.
    """

    def __init__(self, months: Months, pairs: pl.DataFrame) -> None:
        self._known: dict[float, Moving] = {}
        self.mix = side_by_side(
            _weighed(months.mix), pairs, (*KIND, "risk_level", "phase"), ("active_cases_avg", *UNITS)
        )
        self.tasks = side_by_side(_weighed(months.tasks), pairs, (*OFFICE_LINE, "work_type"), UNITS)
        self.stock = Stock(months, pairs, "avg")
        if self.mix.join(self.stock.kinds, on=["before_on", "after_on", *KIND], how="anti").height:
            raise ValueError("Cases are with an officer in an office and kind in which none is open.")
        carried, is_open = self._carried, self.stock.open_cases
        for active, present in ((carried.before, is_open.before), (carried.after, is_open.after)):
            if np.any(active > present + 1e-6):
                raise ValueError("More cases of a kind are with an officer than are open.")

    @cached_property
    def offices(self) -> pl.DataFrame:
        """One row per pair, office and line with its ``number``: the rows of what ``at`` gives."""
        return numbered(OFFICE_LINE, self.stock.kinds, self.tasks)

    @cached_property
    def units(self) -> Side:
        """The work of each office and line."""
        mandates = self._of_offices(self.mix, side_of(self.mix, UNITS[0]))
        tasks = self._of_offices(self.tasks, side_of(self.tasks, UNITS[0]))
        return Side(mandates.before + tasks.before, mandates.after + tasks.after)

    def at(self, way: float) -> Moving:
        """The work of each office and line at a point of the way; a percentage asks for the same points."""
        if way not in self._known:
            self._known[way] = self._at(way)
        return self._known[way]

    def _at(self, way: float) -> Moving:
        cover, risk, phase, flags, weights = (factor.at(way) for factor in self._asked)
        a_case = (risk * phase * flags * weights).summed(self._of_kind, self.stock.kinds.height)
        mandates = self.stock.at(way) * cover * a_case
        tasks, task_weights = (factor.at(way) for factor in self._tasks)
        of_kind, of_task = self._of_office
        count = self.offices.height
        return mandates.summed(of_kind, count) + (tasks * task_weights).summed(of_task, count)

    @cached_property
    def _of_kind(self) -> np.ndarray:
        return numbers_in(self.stock.kinds, self.mix)

    @cached_property
    def _of_office(self) -> tuple[np.ndarray, np.ndarray]:
        return numbers_in(self.offices, self.stock.kinds), numbers_in(self.offices, self.tasks)

    @cached_property
    def _carried(self) -> Side:
        kinds = self.stock.kinds
        return side_of(self.mix, "active_cases_avg").summed(self._of_kind, kinds.height)

    @cached_property
    def _asked(self) -> tuple[Factor, ...]:
        levels = numbered((*KIND, "risk_level"), self.mix)
        of_level = numbers_in(levels, self.mix)
        active = side_of(self.mix, "active_cases_avg")
        at_level = active.summed(of_level, levels.height).of(of_level)
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

    def _of_offices(self, cells: pl.DataFrame, amounts: Side) -> Side:
        return amounts.summed(numbers_in(self.offices, cells), self.offices.height)


def _weighed(rows: pl.DataFrame) -> pl.DataFrame:
    """Units by the weights of today are empty where these never changed: they are those of the day."""
    return rows.with_columns(pl.col(UNITS[1]).fill_null(pl.col(UNITS[0])))


def _by_today(cells: pl.DataFrame) -> tuple[Side, Side]:
    """Units by the weights of the days, and by those of today.

    Where today's weights make nothing of what weighed something, no ratio says what they changed: the cell
    then counts by the weights of the days, and its whole change as one of the cases.
    """
    units, now = (side_of(cells, amount) for amount in UNITS)
    is_gone = ((now.before == 0) & (units.before != 0)) | ((now.after == 0) & (units.after != 0))
    return units, units.where(is_gone, now)
