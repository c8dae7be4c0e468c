"""How many people are above a threshold when the load of all together moves: their spread stays as it was.

The load of one person is that of all together times a factor of the person; the factors are taken as
log-normal (as in Aitchison and Brown 1957, The Lognormal Distribution). Then the share above a threshold T at
a load m is the normal distribution's share below a + b x log(m / T), and a and b follow from past months: a
straight line through the probits of the shares, by least squares.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

_LEAST_SHARES = 6  # a line through fewer says nothing of how far it is off


@dataclass(frozen=True)
class Spread:
    """Where the share above is half (``level``), how fast it grows (``slope``), and how far it was off.

    ``error`` is the largest difference between a share of the past and what the line makes of it.
    """

    level: float
    slope: float
    error: float

    def share_above(self, load_pct: ArrayLike, threshold_pct: ArrayLike) -> NDArray[np.float64]:
        """The share (0 to 1) of people above a threshold, at a load of all together; shapes broadcast."""
        ratio = np.asarray(load_pct, float) / np.asarray(threshold_pct, float)
        return norm.cdf(self.level + self.slope * np.log(ratio))


def fitted(load_pct: ArrayLike, threshold_pct: ArrayLike, share_above: ArrayLike) -> Spread | None:
    """The spread that past months tell; one value per month and threshold in each array.

    None where they tell none: fewer than six shares that are neither nobody nor everybody, or shares that do
    not grow with the load.
    """
    load, threshold, share = (np.asarray(one, float) for one in (load_pct, threshold_pct, share_above))
    told = (share > 0) & (share < 1) & (load > 0)
    ratio = np.log(load[told] / threshold[told])
    if told.sum() < _LEAST_SHARES or np.ptp(ratio) == 0:
        return None
    slope, level = np.polyfit(ratio, norm.ppf(share[told]), 1)
    if slope <= 0:
        return None
    line = Spread(float(level), float(slope), 0.0)
    off = np.abs(line.share_above(load, threshold) - share).max()
    return Spread(line.level, line.slope, float(off))
