"""Transfers: mandates that move to another team, and the rows of ``case_offices`` that say so."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import day, working_day_from
from ingest.sample.columns import dates, words
from ingest.sample.inflow import Mandates
from ingest.sample.offices import BRUSSEL, HALLE, Teams
from ingest.sample.parameters import AS_OF, FIRST_DAY, HALLE_OPENS_ON, TRANSFERS
from ingest.sample.volumes import LINE_OF_TYPE


@dataclass
class Moves:
    """Transfers in order of day: mandate, day, new team."""

    case: np.ndarray
    on: np.ndarray
    team: np.ndarray

    def team_on(self, mandates: Mandates, case: np.ndarray, on: np.ndarray) -> np.ndarray:
        """The team of each mandate on a day; a mandate moves once at most."""
        moved_on = np.full(len(mandates), np.iinfo(np.int64).max)
        moved_to = np.zeros(len(mandates), dtype=np.int64)
        moved_on[self.case], moved_to[self.case] = self.on, self.team
        return np.where(moved_on[case] <= on, moved_to[case], mandates.team[case])


def drawn_moves(rng: np.random.Generator, mandates: Mandates, teams: Teams, allocated: np.ndarray) -> Moves:
    """A few mandates of some length move; Brussel and its antenna never exchange before the split."""
    last = np.minimum(mandates.ended, day(AS_OF))
    earliest = np.maximum(allocated + 45, day(FIRST_DAY) + 31)
    long_enough = (last - earliest > 60) & (LINE_OF_TYPE[mandates.kind] != 3)
    chance = float(TRANSFERS) * len(mandates) / max(int(long_enough.sum()), 1)
    case = np.flatnonzero(long_enough & (rng.random(len(mandates)) < chance))
    if not len(case):
        case = np.flatnonzero(long_enough)[:1]
    room = last[case] - earliest[case] - 30
    on = working_day_from(earliest[case] + (rng.random(len(case)) * room).astype(np.int64))
    team = (mandates.team[case] + rng.integers(1, len(teams), len(case))) % len(teams)
    pair = np.isin(team, (BRUSSEL, HALLE)) & np.isin(mandates.team[case], (BRUSSEL, HALLE))
    team = np.where(pair, (team + 2) % len(teams), team)
    team = np.where(np.isin(team, (BRUSSEL, HALLE)) & pair, 0, team)
    order = np.argsort(on, kind="stable")
    return Moves(case[order], on[order], team[order])


def case_offices_frame(mandates: Mandates, moves: Moves, teams: Teams, case_ids: pl.Series) -> pl.DataFrame:
    """The entity ``case_offices``: transfers, and the mandates of Halle on the day it opens."""
    opens = day(HALLE_OPENS_ON)
    everything = np.arange(len(mandates))
    then = moves.team_on(mandates, everything, np.full(len(mandates), opens))
    # whoever opened in the antenna belongs to Brussel until that day, also when it moved on later
    halle = np.flatnonzero(mandates.is_open_on(opens) & (then == HALLE) & (mandates.opened < opens))
    case = np.concatenate([moves.case, halle])
    on = np.concatenate([moves.on, np.full(len(halle), opens)])
    office = np.concatenate([teams.office_on(moves.team, moves.on), np.full(len(halle), HALLE)])
    order = np.lexsort((on, case))
    case, on, office = case[order], on[order], office[order]
    # a move into Halle on the very day it opens would be there twice
    same = np.zeros(len(case), dtype=bool)
    same[1:] = (case[1:] == case[:-1]) & (on[1:] == on[:-1])
    return pl.DataFrame(
        {
            "case_id": case_ids.gather(case[~same]),
            "valid_from": dates(on[~same]),
            "office_id": words(teams.ids, office[~same]),
        }
    )
