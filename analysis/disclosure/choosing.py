"""Which further cells to hide, so that no small one can be worked out, at the least that is lost.

A hidden cell is safe where another table that shows the same has it differ by enough: cells of that table may
differ from the true one only where they are hidden. One mixed linear programme looks for the cheapest cells
with such a table for each; where there are many, one small cell after the other, which may cost more. Source:
J. P. Kelly, B. L. Golden and A. A. Assad, Cell suppression, Networks 22 (1992); M. Fischetti and J. J.
Salazar-González, Management Science 47 (2001).
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy import optimize, sparse

from analysis.disclosure.audit import CLOSE, OPTIMAL
from analysis.disclosure.knowledge import Cell

TOGETHER = 2_000  # columns of one programme: small cells x cells


def cells_to_hide(
    values: Mapping[Cell, float],
    sums: Sequence[Collection[Cell]],
    small: Collection[Cell],
    *,
    lowest: float = 0,
    apart: float = 1,
    costs: Mapping[Cell, float] | None = None,
) -> set[Cell]:
    """The small cells and those to hide with them.

    Args:
        values: of all cells.
        sums: the cells of each total that is shown.
        small: cells that must be hidden.
        lowest: the least that a hidden cell can be for who looks: 0, or 1 where zeros are shown.
        apart: how far the least and the most that a small cell can be must lie apart, at least.
        costs: of hiding each cell; else its value, and of two equal choices the one with fewer cells.

    ValueError where no choice of cells does it.
    """
    if missing := [cell for cell in small if cell not in values]:
        raise ValueError(f"Cells without a value: {missing}.")
    if any(values[cell] < lowest for cell in small):
        raise ValueError("A cell below the lowest that a hidden one can be is not hidden.")
    cells = list(values)
    targets = [place for place, cell in enumerate(cells) if cell in set(small)]
    if not targets:
        return set()
    prices = np.array([(costs or values)[cell] for cell in cells], float) + 0.5 / len(cells)
    table = _Table(np.array([values[cell] for cell in cells], float), _rows(cells, sums), lowest, apart)
    hidden = np.zeros(len(cells), bool)
    hidden[targets] = True
    if len(targets) * len(cells) <= TOGETHER:
        hidden = table.cheapest(hidden, targets, prices)
    else:
        for target in sorted(targets, key=lambda place: -prices[place]):
            if not table.is_safe(hidden, target):
                hidden = table.cheapest(hidden, [target], prices)
    return {cell for cell, is_hidden in zip(cells, hidden, strict=True) if is_hidden}


def _rows(cells: list[Cell], sums: Sequence[Collection[Cell]]) -> sparse.csr_array:
    places = {cell: place for place, cell in enumerate(cells)}
    pairs = [(number, places[cell]) for number, line in enumerate(sums) for cell in line]
    ends = np.array(pairs, int).reshape(-1, 2).T
    return sparse.csr_array((np.ones(len(pairs)), (ends[0], ends[1])), shape=(len(sums), len(cells)))


class _Table:
    """A table with its sums, and what counts as safe in it."""

    def __init__(self, values: np.ndarray, sums: sparse.csr_array, lowest: float, apart: float) -> None:
        self.values, self.sums, self.lowest, self.apart = values, sums, lowest, apart
        # How far each cell was seen to differ in any table that shows the same: hiding more takes none away.
        self.least, self.most = np.zeros(values.size), np.zeros(values.size)

    def is_safe(self, hidden: np.ndarray, target: int) -> bool:
        """Whether the target can be ``apart`` more than it can be less, with no more hidden than this."""
        columns = np.flatnonzero(hidden)
        limits = optimize.Bounds(self.lowest - self.values[columns], np.full(columns.size, self.apart))
        same = optimize.LinearConstraint(self.sums[:, columns], 0, 0)
        for sign in (1, -1):
            if self.most[target] - self.least[target] >= self.apart - CLOSE:
                return True
            found = optimize.milp(sign * (columns == target).astype(float), constraints=[same], bounds=limits)
            if found.status != OPTIMAL:
                raise RuntimeError(f"The solver gives no answer: {found.message}")
            self.least[columns] = np.minimum(self.least[columns], found.x)
            self.most[columns] = np.maximum(self.most[columns], found.x)
        return bool(self.most[target] - self.least[target] >= self.apart - CLOSE)

    def cheapest(self, hidden: np.ndarray, targets: list[int], prices: np.ndarray) -> np.ndarray:
        """Which cells are hidden once these targets are safe; ValueError where no choice makes them so.

        In a crossed table no cell need differ by more than the target does, which makes the programme much
        easier; other sums may need more.
        """
        for reach in (self.apart, max(float(self.values.max()), self.apart) * 2):
            answer = optimize.milp(**self._programme(hidden, targets, prices, reach))
            if answer.status == OPTIMAL:
                return answer.x[: hidden.size] > 0.5
        raise ValueError(f"No choice of cells hides the small ones: {answer.message}")

    def _programme(self, hidden: np.ndarray, targets: list[int], prices: np.ndarray, reach: float) -> dict:
        """Columns: hidden or not, then per target the differences of two tables to the true one, in which the
        target lies ``apart`` or more; only hidden cells differ, by ``reach`` at most."""
        size, tables = hidden.size, 2 * len(targets)
        none = sparse.csr_array((tables * self.sums.shape[0], size))
        same_sums = sparse.hstack([none, sparse.block_diag([self.sums] * tables)])
        differences = sparse.eye_array(tables * size)
        is_hidden = sparse.vstack([sparse.eye_array(size)] * tables)
        down = np.clip(self.values - self.lowest, 0, reach)
        below = sparse.hstack([is_hidden.multiply(np.tile(down, tables)[:, None]), differences])
        above = sparse.hstack([is_hidden * -reach, differences])
        far = sparse.lil_array((len(targets), size + tables * size))
        for number, target in enumerate(targets):
            far[number, size + 2 * number * size + target] = 1
            far[number, size + (2 * number + 1) * size + target] = -1
        may_hide = (self.values >= self.lowest) | hidden
        free = np.full(tables * size, reach)
        return {
            "c": np.concatenate([np.where(hidden, 0, prices), np.zeros(tables * size)]),
            "constraints": [
                optimize.LinearConstraint(same_sums, 0, 0),
                optimize.LinearConstraint(below, 0, np.inf),
                optimize.LinearConstraint(above, -np.inf, 0),
                optimize.LinearConstraint(far.tocsr(), self.apart, np.inf),
            ],
            "bounds": optimize.Bounds(np.concatenate([hidden, -free]), np.concatenate([may_hide, free])),
            "integrality": np.concatenate([np.ones(size), np.zeros(tables * size)]),
            "options": {"mip_rel_gap": 0},
        }
