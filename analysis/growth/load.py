"""The workload percentage of an area: work of its offices for what its people can give.

    workload percentage = 100 x sum of work / sum of capacity
    capacity of an office = FTE under contract x share of it available x units that an available FTE gives

It is a ratio of sums. So each office has a part in the percentage of every area that it belongs to, and the
parts of an area are the sums of those of its offices.
"""

from functools import cached_property
from itertools import pairwise

import numpy as np
import polars as pl

from analysis.growth.areas import Areas
from analysis.growth.cells import Side
from analysis.growth.coding import Groups, side_by_side
from analysis.growth.months import OFFICE_LINE, Months
from analysis.growth.moving import Moving, likely_sets
from analysis.growth.work import WORK_DEGREE, WORK_FACTORS, Work

STAFF_FACTORS = ("contract", "absence", "grades")
LOAD_FACTORS = (*WORK_FACTORS, *STAFF_FACTORS)
LOAD_DEGREE = WORK_DEGREE + len(STAFF_FACTORS)
STAFF = ("contract_fte_avg", "available_fte_avg", "capacity_units_avg")


class Load:
    """Percentages by pair of months, area and line, with the part of each office in them.

    Areas that have no capacity in one of the months, or would have none with only some of the changes, have
    no percentage to split and no rows. ``of_office`` and ``of_area`` are the rows of what ``at`` gives: the
    number of the office and line in ``offices``, and that of the area.
    """

    def __init__(self, work: Work, months: Months, areas: Areas) -> None:
        self.work = work
        coding = work.stock.cells.coding
        self.staff = side_by_side(months.staff, coding, OFFICE_LINE, {name: pl.col(name) for name in STAFF})
        self.offices = Groups(OFFICE_LINE, work.offices, self.staff)
        of_office, of_area = areas.of(self.offices)
        wholes = areas.code(of_area, self.offices, of_office)
        capacities = self._capacities()
        able = np.ones(of_office.size, bool)
        _, of_whole = np.unique(wholes, return_inverse=True)
        for capacity in capacities.values():
            able &= np.bincount(of_whole, capacity[of_office])[of_whole] > 0
        self.of_office, self.of_area = of_office[able], of_area[able]
        self._of_whole = np.unique(wholes[able], return_inverse=True)[1]
        self._capacity = {changed: capacity[self.of_office] for changed, capacity in capacities.items()}

    @cached_property
    def pct(self) -> Side:
        """What each office contributes to the percentage of the area, in both months."""
        units, inverse = self.work.units, self._inverse
        return Side(
            100 * self._of_each(units.before) * inverse[frozenset()],
            100 * self._of_each(units.after) * inverse[frozenset(STAFF_FACTORS)],
        )

    def at(self, way: float) -> Moving:
        """The office's part of the percentage at a point of the way."""
        moving, inverse = self.work.at(way), self._inverse_capacity(way)
        hundredth = 100 * inverse.amounts
        of_area = 100 * self._of_whole_sum(self._of_each(moving.amounts))
        return Moving(
            self._of_each(moving.amounts) * hundredth,
            {name: self._of_each(slope) * hundredth for name, slope in moving.slopes.items()}
            | {name: of_area * slope for name, slope in inverse.slopes.items()},
        )

    def _inverse_capacity(self, way: float) -> Moving:
        """1 / capacity of the area: its mean over the sets of changes that may have come already.

        A fraction is no product, so its eight sets are gone through.
        """
        likely = likely_sets(STAFF_FACTORS, way)
        slopes = {}
        for name, steps in self._steps.items():
            before = likely_sets(tuple(other for other in STAFF_FACTORS if other != name), way)
            slopes[name] = sum(before[changed] * step for changed, step in steps.items())
        return Moving(sum(likely[changed] * one for changed, one in self._inverse.items()), slopes)

    @cached_property
    def _inverse(self) -> dict[frozenset[str], np.ndarray]:
        """1 / capacity of the area of each row, by the set of staff factors that have changed."""
        return {changed: 1 / self._of_whole_sum(one) for changed, one in self._capacity.items()}

    @cached_property
    def _steps(self) -> dict[str, dict[frozenset[str], np.ndarray]]:
        """What the change of a factor in the office adds to 1 / capacity of the area, by what has changed.

        1 / b - 1 / a = -(b - a) / (a x b), and b - a is a sum over the offices.
        """
        return {
            name: {
                changed: (self._capacity[changed] - self._capacity[changed | {name}])
                * self._inverse[changed]
                * self._inverse[changed | {name}]
                for changed in self._capacity
                if name not in changed
            }
            for name in STAFF_FACTORS
        }

    def _capacities(self) -> dict[frozenset[str], np.ndarray]:
        """Capacity of each office and line, by the set of staff factors that have changed."""
        of_office = self.offices.numbers(self.staff)
        fte = [self.staff[name].summed(of_office, self.offices.count) for name in STAFF]
        factors = [fte[0], *(part / whole for whole, part in pairwise(fte))]
        named = list(zip(STAFF_FACTORS, factors, strict=True))
        return {
            changed: np.prod([one.after if name in changed else one.before for name, one in named], axis=0)
            for changed in likely_sets(STAFF_FACTORS, 0)
        }

    def _of_each(self, work: np.ndarray) -> np.ndarray:
        """The work of the office of each row; 0 of one that has staff and no work."""
        return np.append(work, 0.0)[self._of_work]

    @cached_property
    def _of_work(self) -> np.ndarray:
        return self.work.offices.numbers(self.offices)[self.of_office]

    def _of_whole_sum(self, amounts: np.ndarray) -> np.ndarray:
        """The sum over the area of each row, in each of its rows."""
        return np.bincount(self._of_whole, amounts)[self._of_whole]
