"""How long cases stay, from counts by age: who was there, and who still is a month older.

Between two months the cases of an age band are compared with those that could have come into it. Those that
are still there over those that could be is the share that stays (Kaplan and Meier's estimate in discrete
time, of a window of months): open cases count until now and no longer, and those that were open before the
first month count from then. With bands of one month it is exact and equals ``analysis.survival.occupancy``;
in wider bands the cases that stay are shared in the proportions of those that could have come.
"""

from dataclasses import dataclass

import numpy as np

from analysis.forecast.season import sums_of_groups

# A share of cases of a few is drawn to that of the kind by as much as this many cases that end.
KIND_COUNTS_CASES = 20.0


@dataclass(frozen=True)
class Ages:
    """S series, T steps, B bands of age, A ages; the last age holds all older ones.

    bounds: shape (B,), the age in steps at which each band begins.
    open_end: shape (S, T, A), open cases by age.
    could: shape (S, T, B), cases that would be in the band had none ended since the step before.
    stayed: shape (S, T, B), those that are.
    """

    bounds: np.ndarray
    open_end: np.ndarray
    could: np.ndarray
    stayed: np.ndarray

    @property
    def band_of_age(self) -> np.ndarray:
        """The band of each age, shape (A,)."""
        return np.searchsorted(self.bounds, np.arange(self.open_end.shape[2]), side="right") - 1


def by_age(open_bands: np.ndarray, bounds: np.ndarray, received: np.ndarray) -> Ages:
    """Open cases by single age, from those by band.

    Args:
        open_bands: shape (S, T, B), open at the end of each step.
        bounds: shape (B,), from 0, ascending; the first band is one step wide.
        received: shape (S, E + T), cases received in each step; E steps before the first share the cases
            that were open then within their bands (evenly where none is known).
    """
    bounds = np.asarray(bounds)
    series, steps, bands = open_bands.shape
    earlier, oldest = received.shape[1] - steps, int(bounds[-1])
    band_of = np.searchsorted(bounds, np.arange(oldest + 1), side="right") - 1
    member = np.equal.outer(band_of, np.arange(bands)).astype(float)
    open_end = np.zeros((series, steps, oldest + 1))
    could, stayed = np.zeros((series, steps, bands)), np.zeros((series, steps, bands))
    first = np.zeros((series, oldest + 1))
    known = min(earlier, oldest) + 1
    first[:, :known] = received[:, earlier::-1][:, :known]
    open_end[:, 0] = _shared(open_bands[:, 0], first, member, band_of)
    could[:, :, 0], stayed[:, :, 0] = received[:, earlier:], open_bands[:, :, 0]
    for step in range(1, steps):
        before = open_end[:, step - 1]
        older = np.concatenate([received[:, earlier + step, None], before[:, :-1]], axis=1)
        older[:, -1] += before[:, -1]
        could[:, step, 1:] = (older @ member)[:, 1:]
        stayed[:, step, 1:] = open_bands[:, step, 1:]
        open_end[:, step] = _shared(open_bands[:, step], older, member, band_of)
    return Ages(bounds, open_end, could, stayed)


def shares_staying(ages: Ages, groups: np.ndarray, window: int) -> np.ndarray:
    """The share that stays into each age, as known at each step, shape (S, T, A).

    Of the last ``window`` steps. The series of a group have the shape of their sum, and each its own pace:
    the endings it had over those it should have had, drawn towards 1 where it has few.
    """
    could, stayed = (_last(values, window) for values in (ages.could, ages.stayed))
    summed = [sums_of_groups(values, groups)[groups] for values in (could, stayed)]
    leave = 1 - np.divide(summed[1], summed[0], out=np.ones_like(summed[0]), where=summed[0] > 0)
    expected = (could * leave).sum(axis=2)
    ended = (could - stayed).sum(axis=2)
    pace = np.clip((ended + KIND_COUNTS_CASES) / (expected + KIND_COUNTS_CASES), 0.5, 2.0)
    return np.clip(1 - leave * pace[:, :, None], 0, 1)[:, :, ages.band_of_age]


def _shared(bands: np.ndarray, could: np.ndarray, member: np.ndarray, band_of: np.ndarray) -> np.ndarray:
    """Cases by band, shape (S, B), as cases by age in the proportions of those that could be there."""
    sums = could @ member
    even = (1 / member.sum(axis=0))[band_of]
    share = np.divide(could, sums[:, band_of], out=np.tile(even, (len(could), 1)), where=sums[:, band_of] > 0)
    return bands[:, band_of] * share


def _last(values: np.ndarray, steps: int) -> np.ndarray:
    """The sum of the last steps at each moment (axis 1); the first step has no step before it."""
    moved = values.copy()
    moved[:, 0] = 0
    sums = np.cumsum(np.pad(moved, ((0, 0), (1, 0), (0, 0))), axis=1)
    upper = np.arange(1, values.shape[1] + 1)
    return sums[:, upper] - sums[:, np.maximum(upper - steps, 0)]
