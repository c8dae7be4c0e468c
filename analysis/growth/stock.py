"""Open cases: who came, of what kind, and how many of them are still there.

open cases of a kind = sum over age bands of
                           cases received x share of the kind among them x share of these still open
                       + those older than the data tell + those moved in, less those moved out

Of cases received before the data begin only those are known that were still open then. So a band of ages is
split where both months know everybody who was ever received in it. In the others the open cases are one
cause, ``older``: more came then, or more of them stayed, and nobody can tell.
"""

from functools import cached_property

import numpy as np
import polars as pl

from analysis.growth.cells import Side
from analysis.growth.coding import Cells, Coding, Groups, month_number, side_by_side
from analysis.growth.months import BAND, KIND, OFFICE_LINE, Months
from analysis.growth.moving import Factor, Moving

STOCK_FACTORS = ("inflow", "kinds", "stay", "older", "transfers")
STOCK_DEGREE = 3
_RECEIVED, _STILL, _OPEN = "received", "still", "open"


class Stock:
    """Open cases by pair of months, office, line and kind.

    Args:
        when: ``end`` for those at the end of the months, ``avg`` for their means.

    Raises:
        ValueError: more cases of a band still open than were ever received in it.
    """

    def __init__(self, months: Months, coding: Coding, when: str) -> None:
        amounts = {
            _RECEIVED: pl.col("received_cases"),
            _STILL: pl.col(f"still_open_cases_{when}"),
            _OPEN: pl.col(f"open_cases_{when}"),
        }
        self.cells = side_by_side(months.cohorts, coding, BAND, amounts)
        self._is_known = _is_known(self.cells, month_number(months.known_from))
        self.of_known_age = self.cells.where(self._is_known)
        received, still_open = self.of_known_age[_RECEIVED], self.of_known_age[_STILL]
        for had, has in ((received.before, still_open.before), (received.after, still_open.after)):
            if np.any(has > had + 1e-9):
                raise ValueError("More cases of an age band are still open than were received in it.")

    @cached_property
    def kinds(self) -> Groups:
        """Pairs, offices, lines and kinds: the rows of what ``at`` gives."""
        return Groups(KIND, self.cells)

    @cached_property
    def open_cases(self) -> Side:
        """Open cases of each kind in the office."""
        return self._of_kinds(_OPEN)

    def at(self, way: float) -> Moving:
        """Open cases of each kind at a point of the way."""
        inflow, kinds, stay = (factor.at(way) for factor in self._came)
        older, moved = (factor.at(way) for factor in self._beside)
        return (inflow * kinds * stay).summed(self._known_of_kind, self.kinds.count) + older + moved

    @cached_property
    def _of_kind(self) -> np.ndarray:
        return self.kinds.numbers(self.cells)

    @cached_property
    def _known_of_kind(self) -> np.ndarray:
        return self._of_kind[self._is_known]

    @cached_property
    def _came(self) -> tuple[Factor, Factor, Factor]:
        of_band, bands = self.of_known_age.of_groups((*OFFICE_LINE, "age_from_months"))
        received = self.of_known_age[_RECEIVED]
        all_kinds = received.summed(of_band, bands).of(of_band)
        return (
            Factor("inflow", all_kinds),
            Factor("kinds", received / all_kinds),
            Factor("stay", self.of_known_age[_STILL] / received),
        )

    @cached_property
    def _beside(self) -> tuple[Factor, Factor]:
        older = ~self._is_known
        return (
            Factor("older", self.cells[_STILL].of(older).summed(self._of_kind[older], self.kinds.count)),
            Factor("transfers", self.open_cases - self._of_kinds(_STILL)),
        )

    def _of_kinds(self, amount: str) -> Side:
        return self.cells[amount].summed(self._of_kind, self.kinds.count)


def _is_known(cells: Cells, known_from: int) -> np.ndarray:
    """Of which cells all who were ever received are known in both months."""
    earlier = np.minimum(*cells.coding.months)[cells.keys["pair"]]
    return earlier - (cells.keys["age_to_months"] - 1) >= known_from
