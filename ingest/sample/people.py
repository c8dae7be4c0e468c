"""Whose mandates they are: persons with several, households, sex, age band, municipality. All invented."""

from dataclasses import dataclass

import numpy as np

from ingest.sample.inflow import Mandates
from ingest.sample.parameters import AGE_BANDS, SEVERAL_MANDATES, WOMEN
from ingest.sample.volumes import LINE_OF_TYPE, is_of_type

MUNICIPALITIES_A_TEAM = 20
SEXES = ("female", "male", "unknown")
LOOKS_BACK = 25  # assumption: an earlier mandate is one of the last so many of the team, on average


@dataclass
class People:
    """By mandate: number of the person and (-1: none) household, and what is recorded of the person.

    ``sex``, ``age_band`` and ``municipality`` are positions in `SEXES`, `AGE_BANDS`, `municipalities`.
    """

    person: np.ndarray
    household: np.ndarray
    sex: np.ndarray
    age_band: np.ndarray
    municipality: np.ndarray


def municipalities(teams: int) -> list[str]:
    """Invented names: twenty for each team."""
    return [f"municipality_{number:03d}" for number in range(1, teams * MUNICIPALITIES_A_TEAM + 1)]


def drawn_people(rng: np.random.Generator, mandates: Mandates) -> People:
    """Persons and their attributes; those of one person agree over all the mandates."""
    person = _persons(rng, mandates)
    count = len(mandates)
    by_person_sex = np.where(rng.random(count) < float(WOMEN), 0, 1)
    by_person_sex[rng.random(count) < 0.005] = 2
    victims = LINE_OF_TYPE == 1
    by_person_sex = np.where(
        victims[mandates.kind] & (rng.random(count) < 0.5), 1 - by_person_sex.clip(0, 1), by_person_sex
    )
    shares = np.cumsum([float(share) for share in AGE_BANDS.values()])
    band = np.searchsorted(shares, rng.random(count) * shares[-1], side="right").clip(0, len(AGE_BANDS) - 1)
    within = np.minimum(rng.geometric(0.14, count) - 1, MUNICIPALITIES_A_TEAM - 1)
    place = mandates.team * MUNICIPALITIES_A_TEAM + within
    return People(
        person,
        _households(rng, mandates, person),
        by_person_sex[person],
        band[person],
        place[person],
    )


def _persons(rng: np.random.Generator, mandates: Mandates) -> np.ndarray:
    """Number of each mandate's person: that of the person's first mandate."""
    offender = (LINE_OF_TYPE[mandates.kind] == 0) | is_of_type(mandates.kind, "chain_case")
    person = np.arange(len(mandates))
    mine = np.flatnonzero(offender)
    mine = mine[np.argsort(mandates.team[mine], kind="stable")]
    position = np.arange(len(mine))
    back = rng.geometric(1 / LOOKS_BACK, len(mine))
    earlier = position - back
    same_team = (earlier >= 0) & (mandates.team[mine[earlier.clip(0)]] == mandates.team[mine])
    linked = (rng.random(len(mine)) < float(SEVERAL_MANDATES)) & same_team
    root = np.where(linked, earlier.clip(0), position)
    while (root != root[root]).any():
        root = root[root]
    person[mine] = mine[root]
    return person


def _households(rng: np.random.Generator, mandates: Mandates, person: np.ndarray) -> np.ndarray:
    """Number of a household, where it is recorded: some persons share one with an earlier person."""
    count = len(mandates)
    own = np.arange(count)
    shared = own - rng.integers(1, 40, count)
    same_team = (shared >= 0) & (mandates.team[shared.clip(0)] == mandates.team)
    household = np.where((rng.random(count) < 0.10) & same_team, person[shared.clip(0)], own)
    recorded = rng.random(count) < 0.35
    needed = is_of_type(mandates.kind, "chain_case", "home_ban", "family_enquiry")
    return np.where(recorded[person] | needed, household[person], -1)


def several_open(mandates: Mandates, person: np.ndarray) -> np.ndarray:
    """Per mandate the day until which an earlier one of the same person runs; 0 where none does."""
    order = np.lexsort((np.arange(len(person)), person))
    owner, ended = person[order], mandates.ended[order]
    step = int(ended.max()) + 1
    running = np.maximum.accumulate(owner * step + ended)
    before = np.concatenate([[0], running[:-1]]) - owner * step
    until = np.empty(len(person), dtype=np.int64)
    until[order] = np.where(before > mandates.opened[order], before, 0)
    return until
