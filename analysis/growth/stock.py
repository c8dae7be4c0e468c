"""Open cases: who came, of what kind, and how many of them are still there.

open cases of a kind = sum over age bands of
                           cases received x share of the kind among them x share of these still open
                       + those older than the data tell + those moved in, less those moved out

Of cases received before the data begin only those are known that were still open then. So a band of ages is
split where both months know everybody who was ever received in it. In the others the open cases are one
cause, ``older``: more came then, or more of them stayed, and nobody can tell.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import polars as pl

from analysis.growth.cells import PAIR, Side, numbered, numbers_in, side_by_side, side_of
from analysis.growth.months import OFFICE_LINE, Months
from analysis.growth.moving import Factor, Moving

KIND = (*OFFICE_LINE, "supervision_type")
STOCK_FACTORS = ("inflow", "kinds", "stay", "older", "transfers")
STOCK_DEGREE = 3


@dataclass(frozen=True)
class Stock:
    """Open cases by pair of months, office, line and kind, at the end of the months or as their means.

    Raises:
        ValueError: more cases of a band still open than were ever received in it.
    """

    months: Months
    pairs: pl.DataFrame
    when: str
    """``end`` or ``avg``."""

    def __post_init__(self) -> None:
        received, still_open = (side_of(self.of_known_age, name) for name in ("received_cases", self._still))
        for had, has in ((received.before, still_open.before), (received.after, still_open.after)):
            if np.any(has > had + 1e-9):
                raise ValueError("More cases of an age band are still open than were received in it.")

    @property
    def _still(self) -> str:
        return f"still_open_cases_{self.when}"

    @cached_property
    def cells(self) -> pl.DataFrame:
        """One row per pair, office, line, kind and age band, with ``is_known`` of those that are split."""
        amounts = ("received_cases", self._still, f"open_cases_{self.when}")
        bands = ("age_from_months", "age_to_months")
        cells = side_by_side(self.months.cohorts, self.pairs, (*KIND, *bands), amounts)
        first_on = pl.min_horizontal(PAIR).dt.offset_by(pl.format("-{}mo", pl.col("age_to_months") - 1))
        return cells.with_columns(is_known=(first_on >= self.months.known_from).fill_null(False))

    @cached_property
    def of_known_age(self) -> pl.DataFrame:
        """The cells of which it is known how many were received."""
        return self.cells.filter("is_known")

    @cached_property
    def kinds(self) -> pl.DataFrame:
        """One row per pair, office, line and kind with its ``number``: the rows of what ``at`` gives."""
        return numbered(KIND, self.cells)

    @cached_property
    def open_cases(self) -> Side:
        """Open cases of each kind in the office."""
        return self._of_kinds(self.cells, f"open_cases_{self.when}")

    def at(self, way: float) -> Moving:
        """Open cases of each kind at a point of the way."""
        came, groups = self._came, self._known_of_kind
        stayed = came[0].at(way) * came[1].at(way) * came[2].at(way)
        older, moved = (factor.at(way) for factor in self._beside)
        return stayed.summed(groups, self.kinds.height) + older + moved

    @cached_property
    def _known_of_kind(self) -> np.ndarray:
        return numbers_in(self.kinds, self.of_known_age)

    @cached_property
    def _came(self) -> tuple[Factor, Factor, Factor]:
        bands = numbered((*OFFICE_LINE, "age_from_months"), self.of_known_age)
        of_band = numbers_in(bands, self.of_known_age)
        received = side_of(self.of_known_age, "received_cases")
        all_kinds = received.summed(of_band, bands.height).of(of_band)
        return (
            Factor("inflow", all_kinds),
            Factor("kinds", received / all_kinds),
            Factor("stay", side_of(self.of_known_age, self._still) / received),
        )

    @cached_property
    def _beside(self) -> tuple[Factor, Factor]:
        older = self.cells.filter(~pl.col("is_known"))
        return (
            Factor("older", self._of_kinds(older, self._still)),
            Factor("transfers", self.open_cases - self._of_kinds(self.cells, self._still)),
        )

    def _of_kinds(self, cells: pl.DataFrame, amount: str) -> Side:
        return side_of(cells, amount).summed(numbers_in(self.kinds, cells), self.kinds.height)
