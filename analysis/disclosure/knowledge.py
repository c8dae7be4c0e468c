"""What somebody knows of hidden cells: bounds of each, and sums of them that are shown or follow.

A cell has any name that can be looked up by, such as (row, column). Whatever is shown of a hidden cell is a
statement: a total, a quarter, a stock that is the one before and who came and left, a share, an interval.
"""

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from analysis.intervals import wilson

Cell = Hashable
Bounds = tuple[float, float]
ANY: Bounds = (0, math.inf)


@dataclass(frozen=True)
class Statement:
    """That a sum of cells, each times its weight, lies between two numbers, these included."""

    weights: Mapping[Cell, float]
    lower: float
    upper: float


@dataclass(frozen=True)
class Knowledge:
    """The hidden cells with what is known of each one alone, and statements about several.

    Statements name hidden cells only: what is shown is taken off the sum (see ``total``).
    """

    hidden: Mapping[Cell, Bounds]
    statements: Sequence[Statement] = field(default=())

    def __post_init__(self) -> None:
        for one in self.statements:
            if strange := [cell for cell in one.weights if cell not in self.hidden]:
                raise ValueError(f"A statement names cells that are not hidden: {strange}.")

    def knowing(self, more: Iterable[Statement]) -> "Knowledge":
        """The same with further statements."""
        return Knowledge(self.hidden, (*self.statements, *more))


def marked(threshold: int, *, zeros_published: bool, is_small: bool | None = None) -> Bounds:
    """The bounds of a cell by its mark alone, of one who knows the threshold (the smallest count shown).

    ``is_small``: what the mark says; None for one neutral mark of all hidden cells, which says the least.
    """
    if threshold < 1:
        raise ValueError("The smallest count that is shown is 1 or more.")
    if is_small is False:
        return threshold, math.inf
    return int(zeros_published), threshold - 1 if is_small else math.inf


def total(weights: Mapping[Cell, float] | Iterable[Cell], value: float, shown: float = 0) -> Statement:
    """That cells (each once, or times its weight) add up to a value, of which ``shown`` can be seen.

    A stock at the end is {start: 1, came: 1, left: -1, end: -1} with value 0.
    """
    named = dict(weights) if isinstance(weights, Mapping) else dict.fromkeys(weights, 1.0)
    return Statement(named, value - shown, value - shown)


def percentage(
    numerator: Cell | None, denominator: Cell | float, percent: float, decimals: int, known: float = 0
) -> list[Statement]:
    """That a share was shown as a percentage rounded to so many decimals.

    ``numerator``: a hidden cell, or None where it is ``known``. ``denominator``: a number, or a hidden cell
    (any name but a number).
    """
    half = 0.5 * 10**-decimals + 1e-9
    found = []
    for sign in (1, -1):
        share = (percent + sign * half) / 100
        weights = {} if numerator is None else {numerator: float(sign)}
        limit = -sign * (known if numerator is None else 0)
        if isinstance(denominator, int | float):
            limit += sign * share * denominator
        else:
            weights[denominator] = -sign * share
        found.append(Statement(weights, -math.inf, limit))
    return found


def wilson_interval(
    cell: Cell, denominator: int, lower: float, upper: float, decimals: int, confidence: float = 0.95
) -> Statement:
    """That Wilson's limits (0..1) of a hidden count were shown rounded; ValueError where none has these."""
    counts = np.arange(denominator + 1)
    half = 0.5 * 10**-decimals + 1e-9
    limits = zip(wilson(counts, denominator, confidence), (lower, upper), strict=True)
    fits = np.logical_and.reduce([np.abs(found - shown) <= half for found, shown in limits])
    if not fits.any():
        raise ValueError("No count has this interval.")
    possible = counts[fits]
    return Statement({cell: 1.0}, float(possible[0]), float(possible[-1]))


def sums_of(rows: int, columns: int, *, with_columns: bool = True) -> list[list[Cell]]:
    """The cells of each row, then of each column, of a crossed table."""
    across = [[(row, column) for column in range(columns)] for row in range(rows)]
    return across + ([list(line) for line in zip(*across, strict=True)] if with_columns else [])


def crossed(
    shown: Mapping[Cell, float],
    row_totals: Sequence[float | None],
    column_totals: Sequence[float | None],
    bounds: Mapping[Cell, Bounds] | None = None,
) -> Knowledge:
    """Of a crossed table: what is shown of its cells (row, column), and its totals; None: not shown.

    ``bounds`` of hidden cells, where they are known by a mark; else any count from 0.
    """
    sums = sums_of(len(row_totals), len(column_totals))
    cells = sums[: len(row_totals)]
    hidden = {cell: (bounds or {}).get(cell, ANY) for line in cells for cell in line if cell not in shown}
    statements = [
        total([cell for cell in line if cell in hidden], value, sum(shown.get(cell, 0) for cell in line))
        for line, value in zip(sums, [*row_totals, *column_totals], strict=True)
        if value is not None and any(cell in hidden for cell in line)
    ]
    return Knowledge(hidden, statements)
