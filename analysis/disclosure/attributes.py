"""What a table of counts gives away although no cell is small.

Source: A. Hundepool and others, Handbook on Statistical Disclosure Control, chapter 5: a row with one cell
that is not 0 says of everybody in it where they are; a row of two, with one person in one of them, says it to
that person of all others.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Revealing:
    """Rows by number, from 0: ``group``, all of whom are in one cell; ``within``, all but one person are."""

    group: tuple[int, ...]
    within: tuple[int, ...]


def revealing_rows(table: Sequence[Sequence[int]] | np.ndarray) -> Revealing:
    """The rows of a table of counts that give away what their people have in common; never an empty row."""
    counts = np.asarray(table)
    if counts.size and (counts.ndim != 2 or (counts < 0).any()):
        raise ValueError("A table has rows of counts.")
    if not counts.size:
        return Revealing((), ())
    filled = (counts > 0).sum(axis=1)
    return Revealing(
        group=tuple(np.flatnonzero(filled == 1).tolist()),
        within=tuple(np.flatnonzero((filled == 2) & (counts == 1).any(axis=1)).tolist()),
    )
