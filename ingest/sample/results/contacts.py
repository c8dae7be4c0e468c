"""Contacts planned and held over the last two years, with who held them."""

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day, working_day_from, working_day_until
from ingest.sample.columns import dates, ids, words
from ingest.sample.contracts import officer_ids
from ingest.sample.parameters import AS_OF
from ingest.sample.results import parameters as drawn
from ingest.sample.results.service import AFTER, Service, chosen, drawn_times
from ingest.sample.volumes import TYPES

ATTENDANCES = ("held", "excused", "missed", "cancelled")


def contacts_frame(rng: np.random.Generator, service: Service) -> pl.DataFrame:
    """The entity ``contacts``, in order of planned day."""
    mandates, since = service.mandates, day(drawn.CONTACTS_SINCE)
    risk = service.assessments.first_level
    a_month = np.array([drawn.CONTACTS_A_MONTH.get(name, drawn.OTHER_CONTACTS) for name in TYPES])
    rate = a_month[mandates.kind] * np.array(drawn.CONTACTS_BY_RISK)[risk]
    rate = rate * (1 - drawn.FEWER_CONTACTS_WHERE_BUSY * service.busyness(mandates.team, since))
    first, after = service.window(since)
    case, planned = drawn_times(rng, 12 * rate, first, after)
    planned = working_day_from(planned)
    planned = np.where(planned >= AFTER, working_day_until(np.full(len(planned), day(AS_OF))), planned)
    order = np.lexsort((case, planned))
    case, planned = case[order], planned[order]
    attendance = _attendances(rng, risk[case])
    held = attendance == 0
    mode = chosen(rng, drawn.MODES, len(case))
    return pl.DataFrame(
        {
            "contact_id": ids("K", np.arange(1, len(case) + 1), 8),
            "case_id": service.ids.gather(case),
            "planned_on": dates(planned),
            "held_on": dates(_held_days(rng, planned, held)),
            "mode": words(tuple(drawn.MODES), mode),
            "attendance": words(ATTENDANCES, attendance),
            "officer_id": officer_ids(service.carrier(case, planned)),
            "method": words(tuple(drawn.METHODS), _methods(rng, held)),
            "minutes": _minutes(rng, mode, held),
        }
    )


def _attendances(rng: np.random.Generator, risk: np.ndarray) -> np.ndarray:
    """Position of each contact's attendance in `ATTENDANCES`."""
    missed = np.array(drawn.MISSED_BY_RISK)[risk]
    by_chance = rng.random(len(risk))
    reached = np.stack([drawn.EXCUSED + 0 * missed, drawn.EXCUSED + missed])
    not_held = (by_chance[None, :] >= reached).sum(axis=0) + 1
    return np.where(by_chance < reached[1] + drawn.CANCELLED, not_held, 0)


def _held_days(rng: np.random.Generator, planned: np.ndarray, held: np.ndarray) -> np.ndarray:
    """Most on the planned day, some later, few earlier; of some the day is not written down."""
    by_chance = rng.random(len(planned))
    later = planned + rng.integers(1, 11, len(planned))
    earlier = planned - rng.integers(1, 4, len(planned))
    shifted = np.where(by_chance < drawn.HELD_LATER, later, planned)
    shifted = np.where(by_chance > 1 - drawn.HELD_EARLIER, earlier, shifted)
    shifted = np.where(shifted < AFTER, shifted, planned)
    return np.where(held & (rng.random(len(planned)) > drawn.HELD_DAY_EMPTY), shifted, NEVER)


def _methods(rng: np.random.Generator, held: np.ndarray) -> np.ndarray:
    recorded = held & (rng.random(len(held)) < drawn.METHOD_RECORDED)
    return np.where(recorded, chosen(rng, drawn.METHODS, len(held)), -1)


def _minutes(rng: np.random.Generator, mode: np.ndarray, held: np.ndarray) -> pl.Series:
    usual = np.array(drawn.MINUTES)[mode]
    minutes = np.maximum((usual * rng.uniform(0.6, 1.5, len(mode)) / 5).astype(np.int64) * 5, 5)
    recorded = pl.Series(held & (rng.random(len(mode)) < drawn.MINUTES_RECORDED))
    return pl.select(pl.when(recorded).then(pl.Series(minutes))).to_series()
