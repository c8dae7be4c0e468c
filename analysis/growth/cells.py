"""Amounts in two months, side by side; and shares of a whole that may not exist in one of them."""

from dataclasses import dataclass

import numpy as np


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
