"""Cells of two months, side by side, with numbers for their keys.

A split groups the same few thousand cells a dozen times, by other keys each time. In frames every grouping
and every look-up would be a query of its own; as whole numbers they are a sort.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import polars as pl

from analysis.growth.cells import Side

PAIR = ("before_on", "after_on")
NUMBER = "pair"
# A band of ages without an end has one that no data reach back from.
ENDLESS = 100_000
_MONTH = "month_start_on"


class Coding:
    """The pairs of months of a split, and a number from 0 for each value of a key: the same in every frame.

    Args:
        pairs: ``before_on`` and ``after_on``, first days of two months, each pair once.
        frames: every frame, and the columns that are its keys: texts, or ages in months.
    """

    def __init__(self, pairs: pl.DataFrame, frames: Sequence[tuple[pl.DataFrame, Sequence[str]]]) -> None:
        self.pairs = pairs
        self.months = tuple(pairs.select(_month_number(side)).to_series().to_numpy() for side in PAIR)
        texts = [[key for key in keys if frame[key].dtype == pl.String] for frame, keys in frames]
        asked = [
            frame.lazy().select(pl.col(keys).unique().implode())
            for (frame, _), keys in zip(frames, texts, strict=True)
        ]
        found: dict[str, set[str]] = {}
        for values in pl.collect_all(asked):
            for key, of_frame in values.row(0, named=True).items():
                found.setdefault(key, set()).update(of_frame)
        self.texts = {key: pl.Enum(sorted(values)) for key, values in found.items()}
        self._sizes = {key: max(len(values), 1) for key, values in found.items()}
        self._sizes[NUMBER] = max(pairs.height, 1)

    def numbers(self, key: str) -> pl.Expr:
        """The number of each value of a key."""
        if key in self.texts:
            return pl.col(key).cast(self.texts[key]).to_physical().cast(pl.Int64)
        return pl.col(key).cast(pl.Int64).fill_null(ENDLESS)

    def code(self, keys: dict[str, np.ndarray], columns: Sequence[str]) -> np.ndarray:
        """One number for each combination of pair and keys, in their order."""
        columns = (NUMBER, *columns)
        sizes = self._sizes_of(columns)
        return np.ravel_multi_index(tuple(keys[column] for column in columns), sizes)

    def decode(self, codes: np.ndarray, columns: Sequence[str]) -> dict[str, np.ndarray]:
        """The numbers of pair and keys that are in each combination."""
        columns = (NUMBER, *columns)
        sizes = self._sizes_of(columns)
        return dict(zip(columns, np.unravel_index(codes, sizes), strict=True))

    def _sizes_of(self, columns: Sequence[str]) -> tuple[int, ...]:
        return tuple(self._sizes.get(column, ENDLESS + 1) for column in columns)


@dataclass(frozen=True)
class Cells:
    """One row per pair and cell that has rows in either month: numbers of its keys, and amounts."""

    coding: Coding
    keys: dict[str, np.ndarray]
    amounts: dict[str, Side]

    def __getitem__(self, amount: str) -> Side:
        return self.amounts[amount]

    def where(self, condition: np.ndarray) -> "Cells":
        """The cells in which it is true."""
        return Cells(
            self.coding,
            {key: numbers[condition] for key, numbers in self.keys.items()},
            {name: side.of(condition) for name, side in self.amounts.items()},
        )

    def of_groups(self, columns: Sequence[str]) -> tuple[np.ndarray, int]:
        """Which group of the keys each cell is in, and how many groups there are."""
        codes, groups = np.unique(self.coding.code(self.keys, columns), return_inverse=True)
        return groups, codes.size


class Groups:
    """One row per pair and combination of keys that any of the cells has, in the order of the keys."""

    def __init__(self, columns: Sequence[str], *cells: "Cells | Groups") -> None:
        self.columns, self.coding = tuple(columns), cells[0].coding
        self.codes = np.unique(np.concatenate([self.coding.code(one.keys, columns) for one in cells]))

    @property
    def count(self) -> int:
        """How many there are."""
        return self.codes.size

    @cached_property
    def keys(self) -> dict[str, np.ndarray]:
        """The numbers of their keys."""
        return self.coding.decode(self.codes, self.columns)

    def numbers(self, cells: "Cells | Groups") -> np.ndarray:
        """The number of the group of each cell; ``count`` where there is none."""
        codes = self.coding.code(cells.keys, self.columns)
        found = np.searchsorted(self.codes, codes)
        known = np.append(self.codes, -1)
        return np.where(known[found] == codes, found, self.count)


def side_by_side(
    months: pl.DataFrame, coding: Coding, keys: Sequence[str], amounts: dict[str, pl.Expr]
) -> Cells:
    """The cells of each pair of months; 0 where a month has no row.

    Args:
        months: ``month_start_on``, the keys and what amounts are made of; rows of one cell are added up.
        coding: the numbers of the keys.
        keys: columns that make a cell.
        amounts: what to take, by name.
    """
    taken = {name: amount.cast(pl.Float64).fill_null(0) for name, amount in amounts.items()}
    rows = months.select(_month_number(_MONTH), **{key: coding.numbers(key) for key in keys}, **taken)
    numbers = {key: rows[key].to_numpy() for key in keys}
    held = [rows_of(rows[_MONTH].to_numpy(), wanted) for wanted in coding.months]
    codes = [
        coding.code({NUMBER: pair} | {key: one[at] for key, one in numbers.items()}, keys)
        for at, pair in held
    ]
    cells, groups = np.unique(np.concatenate(codes), return_inverse=True)
    halves = [(at, of) for (at, _), of in zip(held, np.split(groups, [codes[0].size]), strict=True)]
    return Cells(
        coding,
        coding.decode(cells, keys),
        {
            name: Side(*(np.bincount(of, rows[name].to_numpy()[at], cells.size) for at, of in halves))
            for name in amounts
        },
    )


def month_number(day: date) -> int:
    """Months since the year 0, so that they can be counted; a month that has begun counts as the next."""
    return 12 * day.year + day.month + (day.day > 1)


def _month_number(column: str) -> pl.Expr:
    day = pl.col(column).dt
    return (12 * day.year().cast(pl.Int64) + day.month()).alias(column)


def rows_of(months: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The row numbers that each wanted month has, and the number of the one that has them."""
    order = np.argsort(months, kind="stable")
    first, end = (np.searchsorted(months, wanted, side, sorter=order) for side in ("left", "right"))
    count = end - first
    pair = np.repeat(np.arange(wanted.size), count)
    inside = np.arange(pair.size) - np.repeat(np.cumsum(count) - count, count)
    return order[first[pair] + inside], pair
