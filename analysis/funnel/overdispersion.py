"""How much more offices differ among themselves than chance explains.

Scores are distances from the target in standard deviations. Their outermost tenth on each side is cut off
(SHMI) or pulled in (winsorised), so that the outliers sought do not widen the limits; what is left gives the
variance between offices by the method of moments. Sources: R. DerSimonian and N. Laird, Meta-analysis in
clinical trials (1986); D. Spiegelhalter and others, JRSS A 175 (2012); NHS Digital, SHMI methodology 1.34
(2020).

Trimming is not corrected for, there or here: of offices that differ as a bell and nothing else, a tenth cut
off leaves four tenths of the variance, pulled in six, and about 17 and 11 in 100 lie outside limits of 95 %.
Without trimming (share 0) it is 5, but then outliers widen the limits that should show them.
"""

from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import ArrayLike

from analysis.funnel.limits import Method
from analysis.intervals import Numbers

TRIMMED_SHARE = 0.1
# An office without events counts as half a one where its logarithm is taken.
HALF_EVENT = 0.5


@dataclass(frozen=True)
class Overdispersion:
    """Of a set of offices.

    ratio: mean squared score (phi); 1 where chance explains all.
    between_variance: tau squared, on the scale of the scores' transformation; 0 where chance explains all.
    offices: how many were counted.
    """

    ratio: float
    between_variance: float
    offices: int


def overdispersion_of_ratios(
    observed: ArrayLike, expected: ArrayLike, method: Method = "log", trimmed_share: float = TRIMMED_SHARE
) -> Overdispersion:
    """Of observed over expected events, target 1.

    ``method``: "log" cuts off (SHMI), "square root" pulls in (CQC); the variance is on that scale.
    """
    observed, expected = _columns(observed, expected)
    if method == "log":
        within = 1 / np.sqrt(expected)
        scores = np.log(np.where(observed > 0, observed, HALF_EVENT) / expected) / within
        return _moments(scores, within, _kept(scores, trimmed_share))
    within = 1 / (2 * np.sqrt(expected))
    scores = (np.sqrt(observed / expected) - 1) / within
    return _moments(_pulled_in(scores, trimmed_share), within, np.ones(scores.size, bool))


def overdispersion_of_proportions(
    counts: ArrayLike, denominators: ArrayLike, trimmed_share: float = TRIMMED_SHARE
) -> Overdispersion:
    """Of shares around the share of all together, on the scale of their arcsine, pulled in."""
    counts, denominators = _columns(counts, denominators)
    if (counts > denominators).any():
        raise ValueError("A share's count is at most its denominator.")
    within = 1 / (2 * np.sqrt(denominators))
    target = np.arcsin(np.sqrt(counts.sum() / denominators.sum()))
    scores = (np.arcsin(np.sqrt(counts / denominators)) - target) / within
    return _moments(_pulled_in(scores, trimmed_share), within, np.ones(scores.size, bool))


def _kept(scores: Numbers, trimmed_share: float) -> np.ndarray:
    """Which offices are not in the outermost groups when ranks are put in groups of the trimmed share."""
    if not trimmed_share:
        return np.ones(scores.size, bool)
    groups = 1 / trimmed_share
    ranks = pl.Series(scores).rank("average").to_numpy()
    places = np.floor(ranks * groups / (scores.size + 1) + 1e-9)
    return (places > 0) & (places < groups - 1)


def _pulled_in(scores: Numbers, trimmed_share: float) -> Numbers:
    """Scores beyond the outer quantiles set to these."""
    lower, upper = np.quantile(scores, [trimmed_share, 1 - trimmed_share])
    return np.clip(scores, lower, upper)


def _moments(scores: Numbers, within: Numbers, kept: np.ndarray) -> Overdispersion:
    offices = int(kept.sum())
    if not offices:
        raise ValueError("Too few offices to see how they differ.")
    ratio = float(np.square(scores[kept]).mean())
    weights = 1 / np.square(within[kept])
    spare = weights.sum() - np.square(weights).sum() / weights.sum()
    excess = offices * ratio - (offices - 1)
    between = max(excess / spare, 0) if spare > 1e-12 * weights.sum() else 0
    return Overdispersion(ratio, float(between), offices)


def _columns(parts: ArrayLike, sizes: ArrayLike) -> tuple[Numbers, Numbers]:
    parts, sizes = np.asarray(parts, float), np.asarray(sizes, float)
    if parts.shape != sizes.shape or parts.ndim != 1 or not parts.size:
        raise ValueError("Each office has a count and a size.")
    if not (np.isfinite(parts).all() and np.isfinite(sizes).all()) or (parts < 0).any() or (sizes <= 0).any():
        raise ValueError("Counts are 0 or more, sizes more than 0.")
    return parts, sizes
