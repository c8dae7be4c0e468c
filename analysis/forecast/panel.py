"""Many series of equally long steps side by side, and how they add up to offices, kinds and the whole."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

CELL = ("office_id", "supervision_type")
LEVELS = ("cells", "offices", "kinds", "whole")


class TooLittleError(ValueError):
    """There is nothing to forecast from; the message is a sentence."""


@dataclass(frozen=True)
class Panel:
    """S series of T months.

    cells: S rows of ``office_id`` and ``supervision_type``, in order.
    months: the first day of each month, T of them, none missing.
    """

    cells: pl.DataFrame
    months: tuple[date, ...]

    @property
    def groups(self) -> np.ndarray:
        """The number of its kind for each series, shape (S,)."""
        return self.cells["supervision_type"].rank("dense").to_numpy().astype(np.intp) - 1

    def filled(self, rows: pl.DataFrame, column: str, default: float = 0.0) -> np.ndarray:
        """A column by series and month, shape (S, T); a month without a row is ``default``.

        ValueError where a series has a month twice.
        """
        keys = [*CELL, "month_start_on"]
        if rows.select(keys).is_duplicated().any():
            raise ValueError("A month of an office and kind is there twice.")
        months = pl.DataFrame({"month_start_on": list(self.months)}).with_row_index("month")
        cells = self.cells.with_row_index("cell")
        placed = rows.select(*keys, pl.col(column).cast(pl.Float64)).join(months, on="month_start_on")
        placed = placed.join(cells, on=list(CELL)).drop_nulls(column)
        values = np.full((self.cells.height, len(self.months)), default)
        values[placed["cell"].to_numpy(), placed["month"].to_numpy()] = placed[column].to_numpy()
        return values


@dataclass(frozen=True)
class Tree:
    """How series add up.

    rows: N rows of ``office_id``, ``supervision_type`` (empty: all) and ``level``, one of ``LEVELS``.
    sums: shape (N, S), ones where a series is part of a row; the first S rows are the series themselves.
    """

    rows: pl.DataFrame
    sums: np.ndarray

    def added(self, values: np.ndarray) -> np.ndarray:
        """Values of S series (first axis) as those of N rows."""
        return np.tensordot(self.sums, values, axes=1)


def panel_of(flow: pl.DataFrame, as_of: date, known_from: date) -> Panel:
    """The series and whole months of ``fct_case_flow_months`` from ``known_from`` up to ``as_of``.

    A month that ``as_of`` lies within has not ended and is left out. TooLittleError without any whole month.
    """
    months, month = [], known_from.replace(day=1)
    while (following := later(month, 1)) - timedelta(days=1) <= as_of:
        months.append(month)
        month = following
    cells = flow.select(CELL).unique().sort(CELL)
    if not months or cells.is_empty():
        raise TooLittleError("There is no whole month of any office and kind to forecast from.")
    return Panel(cells, tuple(months))


def flat_tree(cells: pl.DataFrame) -> Tree:
    """Series and their sum, without levels in between."""
    whole = pl.DataFrame({CELL[0]: "", CELL[1]: "", "level": LEVELS[3]})
    rows = pl.concat([cells.select(*CELL, level=pl.lit(LEVELS[0])), whole])
    return Tree(rows, np.vstack([np.eye(cells.height), np.ones(cells.height)]))


def later(month: date, steps: int) -> date:
    """The first day of the month that many months later."""
    years, place = divmod(month.year * 12 + month.month - 1 + steps, 12)
    return date(years, place + 1, 1)


def tree_of(cells: pl.DataFrame) -> Tree:
    """Each series, each office over its kinds, each kind over its offices, and the whole."""
    parts = [cells.select(*CELL, level=pl.lit(LEVELS[0]))]
    office, kind = CELL
    for level, kept, other in ((LEVELS[1], office, kind), (LEVELS[2], kind, office)):
        named = cells.select(kept).unique().sort(kept)
        parts.append(named.select(pl.col(kept), pl.lit("").alias(other), level=pl.lit(level)))
    parts.append(pl.DataFrame({office: "", kind: "", "level": LEVELS[3]}))
    rows = pl.concat([part.select(*CELL, "level") for part in parts])
    offices, kinds = (rows[name].to_numpy()[:, None] for name in CELL)
    own = [cells[name].to_numpy()[None, :] for name in CELL]
    sums = ((offices == "") | (offices == own[0])) & ((kinds == "") | (kinds == own[1]))
    return Tree(rows, sums.astype(float))
