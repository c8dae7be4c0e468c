"""A control chart as a table: each point with its limits and what it says."""

from collections.abc import Sequence

import numpy as np
import polars as pl

from analysis.control.limits import Limits, Screening, Values, numbers, process_limits
from analysis.control.signals import in_run, near_signals, run_ends, sides, trend_ends

# The message of NHSRplotthedots warns below 12 points, its shipped setting is 13: the message holds here.
FEWEST_POINTS = 12


def segments(rebase_marks: Sequence[int]) -> list[int]:
    """The number of each point's segment, from 0: a marked point opens a new one, the first point anyway."""
    return np.cumsum([0, *(int(bool(mark)) for mark in rebase_marks[1:])])[: len(rebase_marks)].tolist()


def trial_limits(points: int, fewest_points: int = FEWEST_POINTS) -> bool:
    """Whether limits of so many points are only a trial."""
    return points < fewest_points


def chart(
    values: Values,
    *,
    screening: Screening,
    rebase_at: Sequence[int] = (),
    baseline_points: int | None = None,
) -> pl.DataFrame:
    """One row per month: ``segment``, ``value``, ``mean``, ``lower``, ``upper``, ``kind``, ``is_trial``.

    Args:
        values: of one office, in order of time, with None for a missing month: months must not be left out.
        screening: of outliers, see ``process_limits``.
        rebase_at: places (from 0) where a new segment begins; limits and rules start again there.
        baseline_points: only so many months, from the first of a segment on, make its limits; None: all.

    ``kind`` is the first that holds of: ``outside`` a limit, part of a ``shift`` (seven on one side of the
    mean), part of a ``trend`` (seven that rise or fall), ``two_of_three`` near a limit, else ``common``; null
    for a missing month. ``is_trial``: fewer than 12 values make the limits. Limits are null where no two
    values are next to each other, and so is the mean where there is no value.
    """
    found = numbers(values)
    if any(not 0 <= place < found.size for place in rebase_at):
        raise ValueError("A segment begins at a month of the series.")
    numbered = np.array(segments([place in set(rebase_at) for place in range(found.size)]), int)
    parts = [
        _segment(found[numbered == one], one, screening, baseline_points)
        for one in range(numbered.max(initial=-1) + 1)
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema=SCHEMA)


SCHEMA = {
    "segment": pl.Int64,
    "value": pl.Float64,
    "mean": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "kind": pl.String,
    "is_trial": pl.Boolean,
}


def _segment(
    values: np.ndarray, number: int, screening: Screening, baseline_points: int | None
) -> pl.DataFrame:
    known = int((~np.isnan(values[:baseline_points])).sum())
    limits = None
    if known:
        limits = process_limits(values, screening=screening, baseline_points=baseline_points)
    columns = {
        "segment": [number] * values.size,
        "value": [None if np.isnan(one) else float(one) for one in values],
        "mean": [limits and limits.mean] * values.size,
        "lower": [limits and limits.lower] * values.size,
        "upper": [limits and limits.upper] * values.size,
        "kind": _kinds(values, limits) if limits else [None] * values.size,
        "is_trial": [trial_limits(known)] * values.size,
    }
    return pl.DataFrame(columns, schema=SCHEMA)


def _kinds(values: np.ndarray, limits: Limits) -> list[str | None]:
    side = sides(values, limits.mean)
    if limits.moving_range is None:
        outside = near = np.zeros(values.size, bool)
    else:
        outside = (sides(values, limits.upper) > 0) | (sides(values, limits.lower) < 0)
        near = ~outside & ((sides(values, limits.near_upper) > 0) | (sides(values, limits.near_lower) < 0))
    signals = {
        "outside": outside,
        "shift": in_run(run_ends(side)),
        "trend": in_run(trend_ends(values)),
        "two_of_three": near_signals(near, side),
    }
    return [
        None
        if np.isnan(values[place])
        else next((name for name, flags in signals.items() if flags[place]), "common")
        for place in range(values.size)
    ]
