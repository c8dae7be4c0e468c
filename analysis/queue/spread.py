"""How many people are above a threshold when the load of all together moves: their spread stays as it was.

The load of one person is that of all together times a factor of the person; the factors are taken as
log-normal (as in Aitchison and Brown 1957, The Lognormal Distribution). Then the share above a threshold T at
a load m is the normal distribution's share below a + b x log(m / T), and a and b follow from past months: a
straight line through the probits of the shares, by least squares.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import norm

_LEAST_SHARES = 6  # a line through fewer says nothing of how far it is off


@dataclass(frozen=True)
class Spread:
    """Where the share above is half (``level``), how fast it grows (``slope``), and how far it was off.

    ``off`` are the past shares less what the line makes of them, in probits, one for each; ``error`` is the
    largest of these differences as a share (0 to 1).
    """

    level: float
    slope: float
    off: NDArray[np.float64]
    error: float

    def share_above(
        self, load_pct: ArrayLike, threshold_pct: ArrayLike, off: ArrayLike = 0
    ) -> NDArray[np.float64]:
        """The share (0 to 1) of people above a threshold, at a load of all together; shapes broadcast.

        ``off``: how far a month is off the line, such as one drawn from those of the past.
        """
        ratio = np.asarray(load_pct, float) / np.asarray(threshold_pct, float)
        return norm.cdf(self.level + self.slope * np.log(ratio) + off)


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
    probits = norm.ppf(share[told])
    slope, level = np.polyfit(ratio, probits, 1)
    if slope <= 0:
        return None
    line = Spread(float(level), float(slope), probits - level - slope * ratio, 0.0)
    return replace(line, error=float(np.abs(line.share_above(load, threshold) - share).max()))
