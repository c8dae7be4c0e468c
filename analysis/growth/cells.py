"""The same cells in two months, side by side; and shares of a whole that may not exist in one of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

SIDES = ("before", "after")
PAIR = ("before_on", "after_on")


@dataclass(frozen=True)
class Side:
    """An amount of each cell in the month before and in the month after, shape (rows,) each."""

    before: np.ndarray
    after: np.ndarray

    def __truediv__(self, whole: "Side") -> "Side":
        return share(self, whole)

    def __sub__(self, other: "Side") -> "Side":
        return Side(self.before - other.before, self.after - other.after)

    def where(self, condition: np.ndarray, other: "Side") -> "Side":
        """These amounts in the rows where it is true, in both months; elsewhere the others."""
        return Side(
            np.where(condition, self.before, other.before), np.where(condition, self.after, other.after)
        )

    def summed(self, groups: np.ndarray, count: int) -> "Side":
        """Sums over the rows of each group."""
        return Side(*(np.bincount(groups, one, minlength=count) for one in (self.before, self.after)))

    def of(self, rows: np.ndarray) -> "Side":
        """The amounts of the given row numbers."""
        return Side(self.before[rows], self.after[rows])


def share(part: Side, whole: Side) -> Side:
    """Part / whole in both months. Of nothing there is no share: then that of the other month stands for it.

    So what appears or goes is counted where it appeared or went, and not as a change of a share; 0 where
    neither month has one.
    """
    before, after = _ratio(part.before, whole.before), _ratio(part.after, whole.after)
    filled = (np.where(np.isnan(before), after, before), np.where(np.isnan(after), before, after))
    return Side(*(np.nan_to_num(one) for one in filled))


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    return np.divide(part, whole, out=np.full(part.shape, np.nan), where=whole != 0)


def side_by_side(
    months: pl.DataFrame, pairs: pl.DataFrame, keys: Sequence[str], amounts: Sequence[str]
) -> pl.DataFrame:
    """One row per pair and cell with rows in either month: ``<amount>_before`` and ``<amount>_after``.

    0 where a month has no row.

    Args:
        months: ``month_start_on``, the keys and amounts; rows of one cell are added up.
        pairs: ``before_on`` and ``after_on``, first days of two months, each pair once.
        keys: columns that make a cell.
        amounts: columns to take.
    """
    cells = months.group_by("month_start_on", *keys, maintain_order=True).agg(
        pl.col(amounts).cast(pl.Float64).sum()
    )
    halves = [
        pairs.join(
            cells, left_on=f"{side}_on", right_on="month_start_on", maintain_order="left_right"
        ).select(*PAIR, *keys, pl.col(amounts).name.suffix(f"_{side}"))
        for side in SIDES
    ]
    return pl.concat(halves, how="diagonal").group_by(*PAIR, *keys, maintain_order=True).agg(pl.all().sum())


def side_of(cells: pl.DataFrame, amount: str) -> Side:
    """An amount of ``side_by_side`` as arrays."""
    return Side(*(cells[f"{amount}_{side}"].to_numpy() for side in SIDES))


def numbered(keys: Sequence[str], *frames: pl.DataFrame) -> pl.DataFrame:
    """One row per pair and combination of keys that any of the frames has, with its ``number`` from 0."""
    every = pl.concat([frame.select(*PAIR, *keys) for frame in frames])
    return every.unique(maintain_order=True).with_row_index("number")


def numbers_in(groups: pl.DataFrame, cells: pl.DataFrame, missing: int | None = None) -> np.ndarray:
    """The number of the group of each cell; ``missing`` where there is none."""
    keys = [column for column in groups.columns if column != "number"]
    found = cells.select(keys).join(groups, on=keys, how="left", maintain_order="left")["number"]
    return (found if missing is None else found.fill_null(missing)).to_numpy().astype(np.intp)
