"""When mandates come in: stock of the first day, then month by month, with season, dip and office."""

from dataclasses import dataclass

import numpy as np

from ingest.sample.calendar import NEVER, day, drawn_working_days, month_starts
from ingest.sample.offices import Teams, team_shares
from ingest.sample.parameters import AS_OF, DIP_2020, SEASON
from ingest.sample.volumes import TYPES, YEARS


@dataclass
class Mandates:
    """The mandates of the sample as arrays of one length, in order of opening.

    ``kind``: position in `TYPES`; ``team``: position in `Teams`; ``opened``, ``ended``: day numbers
    (`NEVER`: open on the last day); ``due``: the day it would end if everything went on.
    """

    kind: np.ndarray
    team: np.ndarray
    opened: np.ndarray
    ended: np.ndarray
    due: np.ndarray

    def __len__(self) -> int:
        return len(self.kind)

    def is_open_on(self, on: int) -> np.ndarray:
        """Whether each mandate is open on a day."""
        return (self.opened <= on) & (self.ended > on)


def year_bounds(year: int) -> tuple[int, int]:
    """First day of a year and the first day after it; the last year ends the day after `AS_OF`."""
    return day(f"{year}-01-01"), min(day(f"{year + 1}-01-01"), day(AS_OF) + 1)


def drawn_openings(rng: np.random.Generator, new: int, year: int) -> np.ndarray:
    """Opening days of ``new`` mandates of one year: working days, in the months' proportions."""
    first, after = year_bounds(year)
    months = month_starts(f"{year}-01", f"{year}-12")
    months = months[(months >= first) & (months < after)]
    weight = np.array(SEASON[: len(months)])
    if year == 2020:
        weight[2:6] *= DIP_2020
    # even steps through the year's cumulated weight: no month misses its share by chance
    steps = (np.arange(new) + rng.random(new)) / max(new, 1)
    month = np.searchsorted(np.cumsum(weight) / weight.sum(), steps, side="right").clip(0, len(months) - 1)
    return drawn_working_days(rng, months[month])


def drawn_team(rng: np.random.Generator, teams: Teams, kind: int, count: int, on: int) -> np.ndarray:
    """Teams of ``count`` mandates of one type: even steps through the shares, in random order."""
    steps = (np.arange(count) + rng.random(count)) / max(count, 1)
    cumulated = np.cumsum(team_shares(teams, kind, on))
    team = np.searchsorted(cumulated, steps, side="right").clip(0, len(teams) - 1)
    return rng.permutation(team)


def received_mandates(
    rng: np.random.Generator, teams: Teams, new: np.ndarray, stock: list[np.ndarray]
) -> Mandates:
    """All mandates with their opening day, type and team; ``stock`` holds the opening days before 2018."""
    kind, team, opened = [], [], []
    for number in range(len(TYPES)):
        batches = [(stock[number], day("2016-07-01"))]
        for position, year in enumerate(YEARS):
            middle = sum(year_bounds(year)) // 2
            batches.append((drawn_openings(rng, int(new[number, position]), year), middle))
        for days, on in batches:
            kind.append(np.full(len(days), number))
            team.append(drawn_team(rng, teams, number, len(days), on))
            opened.append(days)
    opened_on = np.concatenate(opened).astype(np.int64)
    order = np.lexsort((rng.random(len(opened_on)), opened_on))
    never = np.full(len(order), NEVER, dtype=np.int64)
    return Mandates(
        np.concatenate(kind)[order], np.concatenate(team)[order], opened_on[order], never, never.copy()
    )
