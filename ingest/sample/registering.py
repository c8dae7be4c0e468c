"""Mandates as an agency would register them: the entity ``cases``."""

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day
from ingest.sample.columns import dates, ids, words
from ingest.sample.inflow import Mandates
from ingest.sample.offices import Teams
from ingest.sample.parameters import AGE_BANDS, AS_OF, COMPLETED, LATE_REGISTRATION
from ingest.sample.people import SEXES, People, municipalities
from ingest.sample.volumes import LINE_OF_TYPE, TYPES, is_of_type

# assumption: why a mandate ends that was not completed
OTHER_ENDINGS = {
    "revoked": 0.52,
    "expired": 0.20,
    "transferred_out_of_service": 0.13,
    "other": 0.11,
    "deceased": 0.04,
}
WITHOUT_PLANNED_END = ("victim_reception", "internment")
PLANNED_END_SHARE = 0.9  # assumption: planned ends that are recorded


def case_ids(count: int) -> pl.Series:
    """Opaque ids of mandates, in order of opening."""
    return ids("C", np.arange(1, count + 1))


def cases_frame(
    rng: np.random.Generator,
    mandates: Mandates,
    people: People,
    started: np.ndarray,
    contact: np.ndarray,
    teams: Teams,
) -> pl.DataFrame:
    """One row per mandate; days that have not come or are not known are empty."""
    count = len(mandates)
    received, started = _late_registrations(rng, mandates, started)
    office = teams.office_on(mandates.team, mandates.opened)
    return pl.DataFrame(
        {
            "case_id": case_ids(count),
            "person_id": ids("P", people.person),
            "household_id": ids("H", people.household),
            "office_id": words(teams.ids, office),
            "supervision_type": words(TYPES, mandates.kind),
            "received_on": dates(received),
            "started_on": dates(started),
            "first_contact_on": dates(contact),
            "expected_end_on": dates(_planned_ends(rng, mandates)),
            "ended_on": dates(mandates.ended),
            "end_reason": words(("completed", *OTHER_ENDINGS), _endings(rng, mandates)),
            "sex": words(SEXES, people.sex),
            "age_band": words(tuple(AGE_BANDS), people.age_band),
            "municipality": words(municipalities(len(teams)), people.municipality),
        }
    )


def _late_registrations(
    rng: np.random.Generator, mandates: Mandates, started: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """A planted defect: some mandates started before somebody registered them."""
    late = (rng.random(len(mandates)) < float(LATE_REGISTRATION)) & (started < NEVER)
    until = np.minimum(mandates.ended, day(AS_OF))
    delay = np.minimum(rng.integers(5, 120, len(mandates)), until - mandates.opened)
    late &= delay > 0
    received = np.where(late, mandates.opened + delay, mandates.opened)
    return received, np.where(late, mandates.opened, started)


def _planned_ends(rng: np.random.Generator, mandates: Mandates) -> np.ndarray:
    """The end as it was planned: around the real one, often earlier, on no day of its own."""
    length = mandates.due - mandates.opened
    factor = np.where(rng.random(len(mandates)) < 0.6, 1.0, rng.uniform(0.75, 1.25, len(mandates)))
    planned = mandates.opened + np.maximum((length * factor / 7).astype(np.int64) * 7, 7)
    known = (rng.random(len(mandates)) < PLANNED_END_SHARE) & (LINE_OF_TYPE[mandates.kind] != 3)
    return np.where(known & ~is_of_type(mandates.kind, *WITHOUT_PLANNED_END), planned, NEVER)


def _endings(rng: np.random.Generator, mandates: Mandates) -> np.ndarray:
    """Position of the end reason: completed or one of `OTHER_ENDINGS`; -1 while open."""
    completed = np.array([float(COMPLETED.get(name, COMPLETED["other"])) for name in TYPES])[mandates.kind]
    others = np.cumsum(list(OTHER_ENDINGS.values()))
    other = 1 + np.searchsorted(others, rng.random(len(mandates)) * others[-1], side="right")
    ending = np.where(rng.random(len(mandates)) < completed, 0, other.clip(1, len(others)))
    return np.where(mandates.ended < NEVER, ending, -1)
