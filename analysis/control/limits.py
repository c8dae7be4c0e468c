"""Limits of an XmR chart: the mean of single values, and how far they usually are from each other.

Sources: W. A. Shewhart, Economic Control of Quality of Manufactured Product (1931); D. J. Wheeler,
Understanding Variation (1993); screening as in L. P. Provost and S. K. Murray, The Health Care Data Guide
(2011), and NHS England's Making Data Count (NHSRplotthedots 0.2.2). Factors are those of the printed tables,
not 3 / 1.128.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

LIMIT_FACTOR, NEAR_FACTOR, SCREEN_FACTOR = 2.66, 2.66 * 2 / 3, 3.267
Screening = Literal["none", "once"]
Values = Sequence[float | None] | np.ndarray


@dataclass(frozen=True)
class Limits:
    """Of one segment, in the unit of its values; limits are None where no two values are next to each other.

    mean: of all values, outliers as well.
    moving_range: the mean difference between neighbours that the limits rest on.
    near_lower, near_upper: two thirds of the way from the mean to each limit.
    """

    mean: float
    moving_range: float | None

    @property
    def lower(self) -> float | None:
        """Below it a point is outside."""
        return self._at(-LIMIT_FACTOR)

    @property
    def upper(self) -> float | None:
        """Above it a point is outside."""
        return self._at(LIMIT_FACTOR)

    @property
    def near_lower(self) -> float | None:
        """Below it a point is near its limit."""
        return self._at(-NEAR_FACTOR)

    @property
    def near_upper(self) -> float | None:
        """Above it a point is near its limit."""
        return self._at(NEAR_FACTOR)

    def _at(self, factor: float) -> float | None:
        return None if self.moving_range is None else self.mean + factor * self.moving_range


def numbers(values: Values) -> np.ndarray:
    """Values in order of time, nan where a month is missing; ValueError for infinite ones."""
    found = np.array([math.nan if one is None else one for one in values], float)
    if found.ndim != 1:
        raise ValueError("A control chart has one value for each month.")
    if np.isinf(found).any():
        raise ValueError("A control chart takes no infinite number.")
    return found


def process_limits(values: Values, *, screening: Screening, baseline_points: int | None = None) -> Limits:
    """The mean and the limits of values in order of time; None or nan where a month is missing.

    Args:
        values: at least one of them; a missing month has no difference to its neighbours.
        screening: "once" leaves out, one time, differences of 3.267 x their mean or more, so that one outlier
            does not hide itself; "none" keeps all. Say which beside the limits: they differ much.
        baseline_points: only so many values, from the first on, make the limits; None: all of them.

    A series that never changes has limits equal to its mean. ValueError without a value.
    """
    if screening not in ("none", "once"):
        raise ValueError(f"Screening is none or once, not {screening!r}.")
    if baseline_points is not None and baseline_points < 1:
        raise ValueError("Limits rest on one value or more.")
    found = numbers(values)[:baseline_points]
    known = found[~np.isnan(found)]
    if not known.size:
        raise ValueError("No value to make limits of.")
    ranges = np.abs(np.diff(found))
    ranges = ranges[~np.isnan(ranges)]
    if screening == "once" and ranges.any():
        ranges = ranges[ranges < SCREEN_FACTOR * ranges.mean()]
    return Limits(
        mean=math.fsum(known) / known.size,
        moving_range=math.fsum(ranges) / ranges.size if ranges.size else None,
    )
