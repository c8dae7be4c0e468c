"""Flags: what makes a mandate heavier or lighter for a while. All shares are assumptions."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import NEVER, day
from ingest.sample.columns import dates, words
from ingest.sample.inflow import Mandates
from ingest.sample.parameters import AS_OF, FIRST_DAY, FLAGGED_MORE_OFTEN
from ingest.sample.people import several_open
from ingest.sample.volumes import TYPES

FLAGS = (
    *("partner_violence", "sexual_offence", "chain", "interpreter"),
    *("further_mandate", "suspended", "warrant"),
)
# share of the mandates of a type that carry the flag from start to end
STANDING: dict[str, dict[str, float]] = {
    "partner_violence": {
        **{"home_ban": 0.95, "pretrial_conditions": 0.12, "probation": 0.06},
        **{"mediation_and_measures": 0.10, "autonomous_probation": 0.06, "chain_case": 0.70},
    },
    "sexual_offence": {"probation": 0.04, "internment": 0.12, "conditional_release": 0.08},
    "chain": {"chain_case": 1.0, "home_ban": 0.05, "probation": 0.01, "mediation_and_measures": 0.01},
    "interpreter": dict.fromkeys(TYPES, 0.04),
}
# share of the mandates of a type met by a spell, and the mean length of the spell in days
SPELLS: dict[str, tuple[float, dict[str, float]]] = {
    "suspended": (
        210,
        {
            **{"probation": 0.38, "work_penalty": 0.14, "conditional_release": 0.25},
            **{"internment": 0.45, "pretrial_conditions": 0.05, "autonomous_probation": 0.20},
        },
    ),
    "warrant": (50, {"conditional_release": 0.05, "electronic_monitoring": 0.03, "internment": 0.04}),
}


@dataclass
class Flags:
    """Flag periods as arrays; ``ends`` is `NEVER` for the running ones."""

    case: np.ndarray
    flag: np.ndarray
    begins: np.ndarray
    ends: np.ndarray


def drawn_flags(rng: np.random.Generator, mandates: Mandates, person: np.ndarray) -> Flags:
    """All flag periods that begin up to `AS_OF`, in order of mandate, flag and day."""
    parts = [_standing(rng, mandates, name, by_type) for name, by_type in STANDING.items()]
    parts += [_spells(rng, mandates, name, mean, by_type) for name, (mean, by_type) in SPELLS.items()]
    until = several_open(mandates, person)
    further = np.flatnonzero(until > 0)
    parts.append(
        _period(
            "further_mandate", further, mandates.opened[further], np.minimum(until, mandates.ended)[further]
        )
    )
    case, flag, begins, ends = (np.concatenate(column) for column in zip(*parts, strict=True))
    is_past = (begins <= day(AS_OF)) & (ends > np.maximum(begins, day(FIRST_DAY)))
    order = np.lexsort((begins, flag, case))
    order = order[is_past[order]]
    return Flags(case[order], flag[order], begins[order], ends[order])


def _period(
    name: str, case: np.ndarray, begins: np.ndarray, ends: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Periods of one flag as the four columns of `Flags`."""
    return case, np.full(len(case), FLAGS.index(name)), begins, ends


def _chance(mandates: Mandates, by_type: dict[str, float]) -> np.ndarray:
    """Chance of each mandate by its type."""
    return np.array([by_type.get(name, 0.0) for name in TYPES])[mandates.kind]


def _standing(rng: np.random.Generator, mandates: Mandates, name: str, by_type: dict) -> tuple:
    """A flag from opening to end, more often as the years go by."""
    more = FLAGGED_MORE_OFTEN[name].on(mandates.opened) if name in FLAGGED_MORE_OFTEN else 1.0
    case = np.flatnonzero(rng.random(len(mandates)) < _chance(mandates, by_type) * more)
    return _period(name, case, mandates.opened[case], mandates.ended[case])


def _spells(rng: np.random.Generator, mandates: Mandates, name: str, mean: float, by_type: dict) -> tuple:
    """A flag for a while somewhere between opening and end; of a running mandate, some are still to come."""
    case = np.flatnonzero(rng.random(len(mandates)) < _chance(mandates, by_type))
    last = np.minimum(mandates.ended[case], day(AS_OF) + 1)
    length = mandates.due[case] - mandates.opened[case]
    begins = mandates.opened[case] + 20 + (rng.random(len(case)) * length).astype(np.int64)
    ends = np.minimum(begins + 7 + rng.gamma(2.0, mean / 2, len(case)).astype(np.int64), mandates.ended[case])
    ends = np.where(ends > day(AS_OF), NEVER, ends)
    return _period(name, case, begins, np.where(begins >= last, begins, ends))


def flags_frame(flags: Flags, case_ids: pl.Series) -> pl.DataFrame:
    """The entity ``case_flags``."""
    return pl.DataFrame(
        {
            "case_id": case_ids.gather(flags.case),
            "flag": words(FLAGS, flags.flag),
            "valid_from": dates(flags.begins),
            "valid_to": dates(flags.ends),
        }
    )
