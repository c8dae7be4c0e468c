"""Past months once more with other staff: all else as it happened, and officers as full as they were."""

from dataclasses import dataclass

import numpy as np

from analysis.queue.calibration import Past
from analysis.queue.flows import FULL_PCT, Numbers


@dataclass(frozen=True)
class Replay:
    """Past months with other staff, (months, cells) each: stocks at the end of the month, and two workloads.

    ``waiting_cases`` and ``carried_cases``: officers are as full as they were, so fewer of them carry fewer
    cases and the rest waits. ``workload_pct``: they carry all that was carried, and are fuller for it; NaN
    without any.
    """

    waiting_cases: Numbers
    carried_cases: Numbers
    workload_pct: Numbers


def replayed(past: Past, capacity_units: Numbers) -> Replay:
    """The lists with ``capacity_units`` (months, cells) instead of those that there were.

    As many cases come as came. The same share of the carried leaves, and the same share of those who waited
    or came leaves without an officer; where more came back than left, as many as did. A unit of capacity has
    as many places as it filled; where there was none in a month, the places are those that were filled. With
    the capacity that there was this is what happened. No chance is in it.
    """
    there_was = past.capacity_units > 0
    ratio = np.divide(
        capacity_units, past.capacity_units, out=np.ones_like(past.capacity_units), where=there_was
    )
    listed = past.waiting_cases[:-1] + past.received_cases
    waiting, carried = (of[0].astype(float) for of in (past.waiting_cases, past.carried_cases))
    rows = []
    for month in range(past.months):
        carried = carried - _gone(past.left_cases[month], past.carried_cases[month], carried)
        there = waiting + past.received_cases[month]
        there = np.maximum(there - _gone(past.unserved_cases[month], listed[month], there), 0)
        places = past.carried_cases[month + 1] * ratio[month]
        started = np.minimum(there, np.maximum(places - carried, 0))
        waiting, carried = there - started, carried + started
        rows.append((waiting, carried))
    with np.errstate(divide="ignore", invalid="ignore"):
        pct = np.where(capacity_units > 0, FULL_PCT * past.workload_units / capacity_units, np.nan)
    return Replay(*(np.array(of) for of in zip(*rows, strict=True)), pct)


def _gone(happened: Numbers, of: Numbers, there: Numbers) -> Numbers:
    """Who leaves: the share of those there that left when it happened; who came back, as they did."""
    share = np.divide(happened, of, out=np.zeros(there.shape), where=of > 0)
    return np.where((happened > 0) & (of > 0), share * there, np.minimum(happened, 0))
