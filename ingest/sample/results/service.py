"""What the rest of the sample knows of the service, for those who draw what is beside its load."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import day
from ingest.sample.columns import words
from ingest.sample.inflow import Mandates
from ingest.sample.moves import Moves
from ingest.sample.offices import Teams
from ingest.sample.parameters import AS_OF
from ingest.sample.people import People
from ingest.sample.plan import relative_load
from ingest.sample.risk import Assessments
from ingest.sample.volumes import LINE_OF_TYPE

AFTER = day(AS_OF) + 1
Carrier = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Service:
    """Mandates and what was drawn of them; ``carrier`` gives the officer who has a mandate on a day, or -1.

    ``started``: day by mandate, `NEVER` while it waits; ``heads``: officers at work by team on a day;
    ``size``: 1 at the calibrated size.
    """

    mandates: Mandates
    teams: Teams
    moves: Moves
    people: People
    assessments: Assessments
    started: np.ndarray
    ids: pl.Series
    cases: pl.DataFrame
    carrier: Carrier
    heads: Callable[[int], np.ndarray]
    size: float

    @property
    def supervised(self) -> np.ndarray:
        """Whether each mandate is of the line that supervises offenders."""
        return LINE_OF_TYPE[self.mandates.kind] == 0

    def window(self, since: int) -> tuple[np.ndarray, np.ndarray]:
        """First day and the day after the last on which each mandate runs from ``since`` to `AS_OF`."""
        return np.maximum(self.started, since), np.minimum(self.mandates.ended, AFTER)

    def busyness(self, team: np.ndarray, on: int) -> np.ndarray:
        """How busy each team is against the service, less 1: 0.1 is a tenth busier."""
        return relative_load(self.teams, on)[team] - 1

    def offices(self, team: np.ndarray, on: np.ndarray) -> pl.Series:
        """Office ids of teams on days."""
        return words(self.teams.ids, self.teams.office_on(team, on))


def drawn_times(
    rng: np.random.Generator, a_year: np.ndarray, first: np.ndarray, after: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Moments by chance between two days, so many a year: positions of the mandates, and the days."""
    days = np.maximum(after - first, 0)
    case = np.repeat(np.arange(len(first)), rng.poisson(a_year * days / 365.25))
    return case, first[case] + (rng.random(len(case)) * days[case]).astype(np.int64)


def chosen(rng: np.random.Generator, shares: dict[str, float] | list[float], count: int) -> np.ndarray:
    """Positions drawn by their shares."""
    reached = np.cumsum(list(shares.values()) if isinstance(shares, dict) else shares)
    return np.searchsorted(reached, rng.random(count) * reached[-1], side="right").clip(0, len(reached) - 1)
