"""Risk levels: a first assessment soon after the start, yearly ones after it, some set against the tool."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from ingest.sample.calendar import day
from ingest.sample.columns import dates, words
from ingest.sample.inflow import Mandates
from ingest.sample.parameters import AS_OF, FIRST_DAY, OVERRIDES, RISK_MIX
from ingest.sample.volumes import LINE_OF_TYPE, is_of_type

LEVELS = ("low", "medium", "high", "not_assessed")
# assumption: level a year later, by level now; risk falls more often than it rises
A_YEAR_LATER = np.array([[0.92, 0.07, 0.01], [0.24, 0.70, 0.06], [0.08, 0.30, 0.62]])
TOOLS = ("general_instrument", "violence_instrument", "professional_judgement")
REASONS = ("new_information", "professional_judgement", "recent_incident", "protective_factors")
NEVER_ASSESSED = ("brief_report", "social_enquiry")
REASSESSED = (
    "probation",
    "autonomous_probation",
    "internment",
    "conditional_release",
    "placement_at_disposal",
)


@dataclass
class Assessments:
    """Assessments as arrays; ``level``: position in `LEVELS`; ``first_level``: by mandate."""

    case: np.ndarray
    on: np.ndarray
    level: np.ndarray
    first_level: np.ndarray


def drawn_assessments(rng: np.random.Generator, mandates: Mandates, started: np.ndarray) -> Assessments:
    """First and yearly assessments of the mandates of the offender line that have started."""
    count = len(mandates)
    level = _first_levels(rng, mandates.opened)
    assessed = (LINE_OF_TYPE[mandates.kind] == 0) & ~is_of_type(mandates.kind, *NEVER_ASSESSED)
    last = np.minimum(mandates.ended, day(AS_OF) + 1)
    on = started + rng.gamma(2.0, 10.0, count).astype(np.int64)
    # most who are not assessed have no row at all, some are recorded as such
    assessed &= (level < 3) | (rng.random(count) < 0.2)
    cases, days, levels = [], [], []
    first_level = level.copy()
    is_yearly = is_of_type(mandates.kind, *REASSESSED) | (rng.random(count) < 0.3)
    here = np.flatnonzero(assessed & (on < last))
    while len(here):
        cases.append(here)
        days.append(on[here])
        levels.append(level[here])
        here = here[is_yearly[here] & (level[here] < 3)]
        on[here] += rng.integers(240, 400, len(here))
        here = here[on[here] < last[here]]
        steps = np.cumsum(A_YEAR_LATER, axis=1)[level[here]]
        level[here] = (rng.random(len(here))[:, None] > steps).sum(axis=1).clip(0, 2)
    case, on_day, of_level = (np.concatenate(part) for part in (cases, days, levels))
    order = np.lexsort((on_day, case))
    recent = on_day[order] >= day(FIRST_DAY) - 730
    order = order[recent]
    return Assessments(case[order], on_day[order], of_level[order], first_level)


def _first_levels(rng: np.random.Generator, opened: np.ndarray) -> np.ndarray:
    """Level of each mandate on receipt, by the mix of the day it was opened."""
    reached = np.cumsum([RISK_MIX[level].on(opened) for level in LEVELS], axis=0)
    drawn = rng.random(len(opened)) * reached[-1]
    return (drawn >= reached[:-1]).sum(axis=0)


def assessments_frame(
    rng: np.random.Generator, assessments: Assessments, case_ids: pl.Series
) -> pl.DataFrame:
    """The entity ``case_assessments``."""
    count = len(assessments.case)
    override = rng.random(count) < float(OVERRIDES)
    tool = np.where(rng.random(count) < 0.85, 0, 1)
    return pl.DataFrame(
        {
            "case_id": case_ids.gather(assessments.case),
            "assessed_on": dates(assessments.on),
            "risk_level": words(LEVELS, assessments.level),
            "tool": words(TOOLS, np.where(assessments.level == 3, 2, tool)),
            "is_override": override,
            "override_reason": words(REASONS, np.where(override, rng.integers(0, len(REASONS), count), -1)),
        }
    )


def risk_factors(first_level: np.ndarray) -> np.ndarray:
    """Factor of each mandate's first level, to hand out work evenly."""
    return np.array([0.7, 1.0, 1.5, 1.1])[first_level]
