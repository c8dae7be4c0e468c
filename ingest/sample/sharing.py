"""Co-worked mandates: two officers of one group carry a mandate for half each."""

import numpy as np
import polars as pl

from ingest.sample.calendar import day
from ingest.sample.carrying import Assignments
from ingest.sample.columns import dates
from ingest.sample.contracts import officer_ids
from ingest.sample.parameters import AS_OF
from ingest.sample.postings import Staff

CO_WORKED = 0.012  # assumption: share of assignments


def assignments_frame(
    rng: np.random.Generator, assignments: Assignments, staff: Staff, case_ids: pl.Series
) -> pl.DataFrame:
    """The entity ``case_assignments`` in order of mandate and day."""
    officer = np.array([posting.officer for posting in staff.postings])
    chosen, second = _second_desks(rng, assignments, staff)
    share = np.ones(len(assignments.case))
    share[chosen] = 0.5
    everything = np.concatenate([np.arange(len(assignments.case)), chosen])
    desk = np.concatenate([assignments.posting, second])
    share = np.concatenate([share, np.full(len(chosen), 0.5)])
    order = np.lexsort((officer[desk], assignments.begins[everything], assignments.case[everything]))
    rows = everything[order]
    return pl.DataFrame(
        {
            "case_id": case_ids.gather(assignments.case[rows]),
            "officer_id": officer_ids(officer[desk[order]]),
            "valid_from": dates(assignments.begins[rows]),
            "valid_to": dates(assignments.ends[rows]),
            "share": share[order],
        }
    )


def _second_desks(
    rng: np.random.Generator, assignments: Assignments, staff: Staff
) -> tuple[np.ndarray, np.ndarray]:
    """Assignments that are co-worked and the second desk of each: same group, there all the time."""
    group = np.array([posting.group for posting in staff.postings])
    officer = np.array([posting.officer for posting in staff.postings])
    begins = np.array([posting.begins for posting in staff.postings])
    ends = np.array([posting.ends for posting in staff.postings])
    wanted = max(20, int(CO_WORKED * len(assignments.case)))
    row = np.unique(rng.integers(0, len(assignments.case), wanted))
    order = np.argsort(group, kind="stable")
    of_row = group[assignments.posting[row]]
    first = np.searchsorted(group[order], of_row, side="left")
    size = np.searchsorted(group[order], of_row, side="right") - first
    desk = order[first + (rng.random(len(row)) * size).astype(np.int64)]
    until = np.minimum(assignments.ends[row], day(AS_OF) + 1)
    fits = (begins[desk] <= assignments.begins[row]) & (ends[desk] >= until)
    fits &= officer[desk] != officer[assignments.posting[row]]
    fits &= ~_carries_too(assignments, officer, assignments.case[row], officer[desk])
    return row[fits], desk[fits]


def _carries_too(
    assignments: Assignments, officer: np.ndarray, case: np.ndarray, second: np.ndarray
) -> np.ndarray:
    """Whether the second officer ever carries the mandate alone: then the periods might meet."""
    step = int(officer.max()) + 1
    return np.isin(case * step + second, assignments.case * step + officer[assignments.posting])
