"""Control limits of a funnel: between which figures of a size lie if nothing but chance moves them.

Two arrays, lower and upper, one entry per size. Source: D. J. Spiegelhalter, Funnel plots for comparing
institutional performance, Statistics in Medicine 24 (2005); additive overdispersion as in D. Spiegelhalter
and others, Statistical methods for healthcare regulation, JRSS A 175 (2012).
"""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from analysis.intervals import Numbers, normal_quantile

Method = Literal["log", "square root"]


def poisson_limits(expected: ArrayLike, confidence: float, target: float = 1) -> tuple[Numbers, Numbers]:
    """The smooth curves that are published for observed over expected events (FunnelPlotR 0.6.0, "SR").

    They take what is expected for a count and give its exact interval. Where little is expected they call an
    office low too readily and high too seldom: of 4 expected, 1 or none lies below the 95 % curve, which
    happens by chance 9 times in 100. ``chance_limits`` decide; these draw, and agree where much is expected.
    """
    expected, tail = _sizes(expected), (1 - confidence) / 2
    normal_quantile(confidence)
    lower, upper = special.gammaincinv(expected, tail), special.gammainccinv(expected + 1, tail)
    return target * lower / expected, target * upper / expected


def chance_limits(expected: ArrayLike, confidence: float) -> tuple[Numbers, Numbers]:
    """Limits of observed over expected events: a count beyond has too small a chance on its side (Poisson).

    In steps, as counts are whole. Not wider than they must be, so that no more lie outside than they say.
    """
    expected, tail = _sizes(expected), (1 - confidence) / 2
    normal_quantile(confidence)
    lower, upper = (_first_count(one, expected) for one in (tail, 1 - tail))
    return lower / expected, upper / expected


def _first_count(share: float, expected: Numbers) -> Numbers:
    """The least count which, with all below it, has this share of the chances."""
    near = np.nan_to_num(np.ceil(special.pdtrik(share, expected)))
    before = np.maximum(near - 1, 0)
    return np.where(special.pdtr(before, expected) >= share, before, near)


def ratio_limits(
    expected: ArrayLike, confidence: float, between_variance: float, method: Method = "log"
) -> tuple[Numbers, Numbers]:
    """Limits of observed over expected events (target 1), widened by the variance between offices.

    ``method``: "log" as the SHMI of NHS England, "square root" as the Care Quality Commission; the variance
    is on that scale. Without a variance between offices exact limits are better: ``chance_limits``.
    """
    expected, z = _sizes(expected), normal_quantile(confidence)
    if method == "log":
        spread = z * np.sqrt(1 / expected + _variance(between_variance))
        return np.exp(-spread), np.exp(spread)
    spread = z * np.sqrt(1 / (4 * expected) + _variance(between_variance))
    return np.maximum(1 - spread, 0) ** 2, (1 + spread) ** 2


def arcsine_limits(
    denominator: ArrayLike, target: float, confidence: float, between_variance: float = 0
) -> tuple[Numbers, Numbers]:
    """Limits of a share around a target (0..1) on the scale of its arcsine, where size alone sets the spread.

    They end at 0 and 1 instead of turning back there. ``score_limits`` differ: choose one per figure.
    """
    denominator, target = _sizes(denominator), _share(target)
    spread = normal_quantile(confidence) * np.sqrt(1 / (4 * denominator) + _variance(between_variance))
    middle = np.arcsin(np.sqrt(target))
    lower, upper = (np.clip(middle + sign * spread, 0, np.pi / 2) for sign in (-1, 1))
    return np.sin(lower) ** 2, np.sin(upper) ** 2


def score_limits(denominator: ArrayLike, baseline: float, confidence: float) -> tuple[Numbers, Numbers]:
    """Limits of a share: where its Wilson interval just touches the baseline (0..1), within 0 and 1.

    As the funnels of Public Health England.
    """
    denominator, baseline = _sizes(denominator), _share(baseline)
    spread = normal_quantile(confidence) * np.sqrt(baseline * (1 - baseline) / denominator)
    return np.maximum(baseline - spread, 0), np.minimum(baseline + spread, 1)


def is_outside(values: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> np.ndarray:
    """Which values lie outside their limits; on a limit is inside, and what is not known is not outside."""
    values = np.asarray(values, float)
    return (values < np.asarray(lower, float)) | (values > np.asarray(upper, float))


def _sizes(given: ArrayLike) -> Numbers:
    found = np.asarray(given, float)
    if not np.isfinite(found).all() or (found <= 0).any():
        raise ValueError("A funnel has no limits for a size of nothing.")
    return found


def _share(given: float) -> float:
    if not 0 <= given <= 1:
        raise ValueError("A share lies between 0 and 1.")
    return given


def _variance(given: float) -> float:
    if not given >= 0:
        raise ValueError("A variance is 0 or more.")
    return given
