"""Rules by which points of a control chart are more than chance: 1 for yes, 0 for no, in order of time.

As in NHS England's Making Data Count (NHSRplotthedots 0.2.2): seven points on one side of the mean, seven
that rise or fall, two of three near the same limit; after the Western Electric Statistical Quality Control
Handbook (1956). A missing month (side 0, value nan) breaks each of them.
"""

from collections.abc import Sequence

import numpy as np

RUN_POINTS, WINDOW_POINTS, NEAR_POINTS = 7, 3, 2
Signs = Sequence[int] | np.ndarray


def sides(values: np.ndarray, mean: float) -> np.ndarray:
    """1 above the mean, -1 below, 0 on it or missing.

    As near as computing is exact counts as on the mean.
    """
    distances = np.nan_to_num(values - mean)
    exact = 1e-12 * max(np.abs(np.nan_to_num(values)).max(initial=0), abs(mean))
    return np.where(np.abs(distances) <= exact, 0, np.sign(distances)).astype(int)


def run_ends(side_of_mean: Signs) -> np.ndarray:
    """1 where a point and the six before it are on one side of the mean; one on the mean breaks the run."""
    return np.abs(_all_alike(np.asarray(side_of_mean, int), RUN_POINTS))


def trend_ends(values: Sequence[float] | np.ndarray) -> np.ndarray:
    """1 where seven points have risen six times in a row, -1 where they have fallen; a tie breaks it."""
    found = np.asarray(values, float)
    steps = np.nan_to_num(np.sign(np.diff(found))).astype(int)
    return np.concatenate([np.zeros(min(found.size, 1), int), _all_alike(steps, RUN_POINTS - 1)])


def in_run(end_flags: Signs) -> np.ndarray:
    """1 for each of the seven points of a run or trend, from the flags at their ends (1 or -1)."""
    flags = np.asarray(end_flags, int) != 0
    return np.array([flags[place : place + RUN_POINTS].any() for place in range(flags.size)], int)


def windows_of_three(near_limit: Signs, side_of_mean: Signs) -> np.ndarray:
    """1 for the points of three in a row on one side of the mean, two or more of them near the limit."""
    near, side = np.asarray(near_limit, int), np.asarray(side_of_mean, int)
    if near.size != side.size:
        raise ValueError("Each point is near its limit or not, and on a side of the mean.")
    found = np.zeros(near.size, int)
    alike = _all_alike(side, WINDOW_POINTS)
    for last in np.flatnonzero(alike):
        window = slice(last - WINDOW_POINTS + 1, last + 1)
        if near[window].sum() >= NEAR_POINTS:
            found[window] = 1
    return found


def near_signals(near_limit: Signs, side_of_mean: Signs) -> np.ndarray:
    """1 for the points near a limit in such a window; the third of the window is common."""
    return windows_of_three(near_limit, side_of_mean) * np.asarray(near_limit, int)


def _all_alike(signs: np.ndarray, points: int) -> np.ndarray:
    """The sign that a point and those before it have in common, ``points`` of them; else 0."""
    found = np.zeros(signs.size, int)
    if signs.size >= points:
        sums = np.lib.stride_tricks.sliding_window_view(signs, points).sum(axis=1)
        found[points - 1 :] = np.where(np.abs(sums) == points, np.sign(sums), 0)
    return found
