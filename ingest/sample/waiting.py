"""How long a mandate waits for an officer, and when it starts and meets one."""

import numpy as np

from ingest.sample.calendar import NEVER, day, working_day_from
from ingest.sample.inflow import Mandates
from ingest.sample.parameters import (
    AS_OF,
    FIRST_CONTACT,
    PROMPT_MEAN_DAYS,
    WAITING_LIST_MEAN_DAYS,
    WAITING_LIST_SHARE,
)
from ingest.sample.volumes import LINE_OF_TYPE, is_of_type

URGENT = ("home_ban", "pretrial_conditions", "electronic_monitoring", "autonomous_monitoring", "internment")
PROMPT = (
    "brief_report",
    "social_enquiry",
    "limited_detention",
    "conditional_release",
    "placement_at_disposal",
)


def allocation_days(rng: np.random.Generator, mandates: Mandates) -> np.ndarray:
    """The day each mandate is given to an officer: most within days, some after a waiting list."""
    count = len(mandates)
    chance = WAITING_LIST_SHARE.on(mandates.opened)
    chance = np.where(is_of_type(mandates.kind, *URGENT), 0.05 * chance, chance)
    chance = np.where(is_of_type(mandates.kind, *PROMPT), 0.20 * chance, chance)
    chance = np.where(LINE_OF_TYPE[mandates.kind] > 0, 0.7 * chance, chance)
    listed = rng.random(count) < chance
    mean = np.where(listed, float(WAITING_LIST_MEAN_DAYS), float(PROMPT_MEAN_DAYS))
    mean = np.where(is_of_type(mandates.kind, "home_ban", "brief_report"), 1.0, mean)
    wait = np.where(listed, rng.gamma(2.0, mean / 2.0), rng.exponential(mean))
    wait = np.minimum(wait, 400).astype(np.int64)
    return working_day_from(mandates.opened + wait)


def start_days(rng: np.random.Generator, mandates: Mandates, allocated: np.ndarray) -> np.ndarray:
    """``started_on``: the day an officer has it, for one in five some days later; `NEVER` while waiting."""
    late = np.where(rng.random(len(mandates)) < 0.2, rng.integers(1, 8, len(mandates)), 0)
    started = allocated + late
    is_past = (started <= day(AS_OF)) & (started <= mandates.ended)
    return np.where(is_past, started, NEVER)


def first_contact_days(rng: np.random.Generator, mandates: Mandates, started: np.ndarray) -> np.ndarray:
    """First contact, counted from the start; `NEVER` where it has not been or is not recorded."""
    middle, spread = (float(number) for number in FIRST_CONTACT)
    delay = np.ceil(np.exp(rng.normal(middle, spread, len(mandates)))).astype(np.int64)
    contact = working_day_from(np.minimum(started, NEVER) + delay)
    missed = rng.random(len(mandates)) < 0.02
    is_past = (contact <= day(AS_OF)) & (contact < mandates.ended) & (started < NEVER) & ~missed
    return np.where(is_past, contact, NEVER)
