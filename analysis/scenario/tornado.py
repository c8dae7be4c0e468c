"""Which assumption moves an outcome most: each at its low and its high value, all others as central."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analysis.scenario.scenario import Assumption


@dataclass(frozen=True)
class Swing:
    """By how much the outcome changes from the central run, with the assumption low and with it high."""

    assumption: Assumption
    at_low: float
    at_high: float

    @property
    def size(self) -> float:
        """How far apart its ends are, the central run among them; NaN where one of them is not known."""
        ends = (0.0, self.at_low, self.at_high)
        return math.nan if any(map(math.isnan, ends)) else max(ends) - min(ends)


def swings(rows: Sequence[Assumption], outcome_at: Callable[[list[float]], float]) -> list[Swing]:
    """A swing per assumption that is not sure, the largest first, equal ones as the rows, unknown last.

    ``outcome_at`` gives the outcome for the values of all rows; it is called once, and twice a swing.
    """
    central = [one.central for one in rows]
    usual = outcome_at(central)

    def change(place: int, value: float) -> float:
        if value == central[place]:
            return 0.0
        return outcome_at([*central[:place], value, *central[place + 1 :]]) - usual

    found = [
        Swing(one, change(place, one.low), change(place, one.high))
        for place, one in enumerate(rows)
        if not one.is_sure
    ]
    return sorted(found, key=lambda swing: (math.isnan(swing.size), -swing.size))
