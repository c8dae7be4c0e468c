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

from analysis.growth.cells import Side, numbered, numbers_in, side_by_side, side_of
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
    no percentage to split and no rows.
    """

    def __init__(self, work: Work, months: Months, pairs: pl.DataFrame, areas: pl.DataFrame) -> None:
        self.work = work
        self.staff = side_by_side(months.staff, pairs, OFFICE_LINE, STAFF)
        offices = numbered(OFFICE_LINE, self.work.offices, self.staff).drop("number")
        self._every_part = offices.join(areas.select("area_id", "office_id"), on="office_id")

    @cached_property
    def parts(self) -> pl.DataFrame:
        """One row per pair, area, line and office in the area: the rows of what ``at`` gives."""
        wholes = numbered(("area_id", "service_line"), self._every_part)
        of_whole = numbers_in(wholes, self._every_part)
        able = np.ones(wholes.height, bool)
        for capacity in self._capacities(self._every_part).values():
            able &= np.bincount(of_whole, capacity, wholes.height) > 0
        return self._every_part.filter(able[of_whole])

    @cached_property
    def pct(self) -> Side:
        """What each office contributes to the percentage of the area, in both months."""
        names = frozenset(STAFF_FACTORS)
        work = _with_nothing(self.work.units)
        return Side(
            100 * work.before[self._of_work] / self._of_whole_sum(self._capacity[frozenset()]),
            100 * work.after[self._of_work] / self._of_whole_sum(self._capacity[names]),
        )

    def at(self, way: float) -> Moving:
        """The office's part of the percentage at a point of the way."""
        moving = self.work.at(way)
        work = Moving(_and_zero(moving.amounts), {name: _and_zero(s) for name, s in moving.slopes.items()})
        work = work.of(self._of_work)
        inverse = self._inverse_capacity(way)
        of_area = self._of_whole_sum(work.amounts)
        return Moving(
            100 * work.amounts * inverse.amounts,
            {name: 100 * slope * inverse.amounts for name, slope in work.slopes.items()}
            | {name: 100 * of_area * slope for name, slope in inverse.slopes.items()},
        )

    def _inverse_capacity(self, way: float) -> Moving:
        """1 / capacity of the area: its mean over the sets of changes that may have come already.

        A fraction is no product, so its eight sets are gone through. The step from one set to the next is
        that of the offices: 1 / b - 1 / a = -(b - a) / (a x b), and b - a is a sum over them.
        """
        inverse = np.zeros(self.parts.height)
        slopes = {name: np.zeros(self.parts.height) for name in STAFF_FACTORS}
        for changed, likely in likely_sets(STAFF_FACTORS, way).items():
            inverse += likely / self._of_whole_sum(self._capacity[changed])
        for name in STAFF_FACTORS:
            others = tuple(other for other in STAFF_FACTORS if other != name)
            for changed, likely in likely_sets(others, way).items():
                slopes[name] += likely * self._step(changed, changed | {name})
        return Moving(inverse, slopes)

    def _step(self, one: frozenset[str], other: frozenset[str]) -> np.ndarray:
        before, after = (self._capacity[changed] for changed in (one, other))
        return -(after - before) / (self._of_whole_sum(before) * self._of_whole_sum(after))

    @cached_property
    def _capacity(self) -> dict[frozenset[str], np.ndarray]:
        return self._capacities(self.parts)

    def _capacities(self, parts: pl.DataFrame) -> dict[frozenset[str], np.ndarray]:
        """Capacity of the office of each row, by the set of staff factors that have changed."""
        offices = numbered(OFFICE_LINE, self.staff)
        row = numbers_in(offices, parts, missing=offices.height)
        fte = [side_of(self.staff, column) for column in STAFF]
        factors = [fte[0], *(part / whole for whole, part in pairwise(fte))]
        capacities = {}
        for changed in likely_sets(STAFF_FACTORS, 0):
            sides = [
                factor.after if name in changed else factor.before
                for name, factor in zip(STAFF_FACTORS, factors, strict=True)
            ]
            capacities[changed] = _and_zero(np.prod(sides, axis=0))[row]
        return capacities

    @cached_property
    def _of_work(self) -> np.ndarray:
        return numbers_in(self.work.offices, self.parts, missing=self.work.offices.height)

    @cached_property
    def _wholes(self) -> tuple[np.ndarray, int]:
        wholes = numbered(("area_id", "service_line"), self.parts)
        return numbers_in(wholes, self.parts), wholes.height

    def _of_whole_sum(self, amounts: np.ndarray) -> np.ndarray:
        """The sum over the area of each row, in each of its rows."""
        of_whole, count = self._wholes
        return np.bincount(of_whole, amounts, count)[of_whole]


def _and_zero(amounts: np.ndarray) -> np.ndarray:
    """With a last row of nothing, for offices that have staff and no work, or work and no staff."""
    return np.append(amounts, 0.0)


def _with_nothing(side: Side) -> Side:
    return Side(_and_zero(side.before), _and_zero(side.after))
