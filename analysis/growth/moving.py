"""Amounts on their way from one month to another, and how much of the way each factor makes.

The part of a factor is its Shapley value (Shapley 1953; for changes of sums Shorrocks 2013): the mean, over
all orders in which the factors can change one after another, of what its own change adds. No order is gone
through: the Shapley value is the integral of the slope of the multilinear extension along the diagonal (Owen
1972). In a sum of products that hold each factor once, the extension at t has every factor at before + t x
(after - before); its slope is a polynomial of t, which Gauss and Legendre's rule integrates without a
remainder.

Sources: L. S. Shapley, A value for n-person games (1953); G. Owen, Multilinear extensions of games,
Management Science 18 (1972); A. F. Shorrocks, Decomposition procedures for distributional analysis, Journal
of Economic Inequality 11 (2013).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

import numpy as np

from analysis.growth.cells import Side

Amounts = np.ndarray


@dataclass(frozen=True)
class Moving:
    """Amounts at one point of the way, shape (rows,), and by factor the slope that it gives them there."""

    amounts: Amounts
    slopes: dict[str, Amounts]

    def __add__(self, other: "Moving") -> "Moving":
        return Moving(self.amounts + other.amounts, _added(self.slopes, other.slopes))

    def __mul__(self, other: "Moving") -> "Moving":
        """The product; ValueError where both hold a factor: a square has another extension."""
        if twice := self.slopes.keys() & other.slopes.keys():
            raise ValueError(f"A product holds each factor once, not twice: {', '.join(sorted(twice))}.")
        return Moving(
            self.amounts * other.amounts,
            {name: slope * other.amounts for name, slope in self.slopes.items()}
            | {name: slope * self.amounts for name, slope in other.slopes.items()},
        )

    def of(self, rows: Amounts) -> "Moving":
        """The amounts of the given row numbers: those of a group at each of its members."""
        return Moving(self.amounts[rows], {name: slope[rows] for name, slope in self.slopes.items()})

    def summed(self, groups: Amounts, count: int) -> "Moving":
        """Sums over the rows of each of ``count`` groups; ``groups`` is the group number of each row."""
        return Moving(
            _sums(groups, self.amounts, count),
            {name: _sums(groups, slope, count) for name, slope in self.slopes.items()},
        )


@dataclass(frozen=True)
class Factor:
    """What counts as one cause: amounts of each row in the month before and in the month after."""

    name: str
    side: Side

    def at(self, way: float) -> Moving:
        """The amounts at a point of the way, from 0 (before) to 1 (after)."""
        change = self.side.after - self.side.before
        return Moving(self.side.before + way * change, {self.name: change})


def shapley_parts(amounts_at: Callable[[float], Moving], degree: int) -> dict[str, Amounts]:
    """Each factor's part of the change, shape (rows,), in the unit of the amounts; the parts add up to the
    change.

    Args:
        amounts_at: the amounts at a point of the way, as sums and products of factors.
        degree: how many factors at most are multiplied: the slope is a polynomial of one degree less.
    """
    parts: dict[str, Amounts] = {}
    for point, length in _points_and_lengths(max(1, -(-degree // 2))):
        slopes = amounts_at(point).slopes
        parts = _added(parts, {name: length * slope for name, slope in slopes.items()})
    return parts


@lru_cache(maxsize=32)
def _points_and_lengths(count: int) -> tuple[tuple[float, float], ...]:
    """Points of the way, from 0 to 1, and what each of them counts for; together 1."""
    points, lengths = np.polynomial.legendre.leggauss(count)
    return tuple(zip(((points + 1) / 2).tolist(), (lengths / 2).tolist(), strict=True))


def product_parts(factors: Iterable[Factor]) -> dict[str, Amounts]:
    """Each factor's part of the change of a plain product, shape (rows,)."""
    factors = list(factors)

    def product(way: float) -> Moving:
        first, *others = (factor.at(way) for factor in factors)
        for other in others:
            first = first * other
        return first

    return shapley_parts(product, len(factors))


@lru_cache(maxsize=256)
def likely_sets(names: tuple[str, ...], way: float) -> Mapping[frozenset[str], float]:
    """How likely each set of factors is to have changed already, where each has with probability ``way``."""
    return {
        frozenset(changed): way ** len(changed) * (1 - way) ** (len(names) - len(changed))
        for size in range(len(names) + 1)
        for changed in combinations(names, size)
    }


def _added(one: dict[str, Amounts], other: dict[str, Amounts]) -> dict[str, Amounts]:
    names = [*one, *(name for name in other if name not in one)]
    return {
        name: one[name] + other[name] if name in one and name in other else one.get(name, other.get(name))
        for name in names
    }


def _sums(groups: Amounts, amounts: Amounts, count: int) -> Amounts:
    return np.bincount(groups, weights=amounts, minlength=count)
