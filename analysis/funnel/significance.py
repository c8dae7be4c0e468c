"""Where a figure lies against a baseline: inside, beyond the inner (95 %) or the outer (99.8 %) limits.

As the funnels of Public Health England (PHEindicatormethods 2.1.0): an interval of the figure itself is held
against the baseline; Wilson's for shares, for ratios exact below ten events and Byar's from ten.
"""

from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from analysis.intervals import Numbers, count_limits, exact_count, wilson

INNER, OUTER = 0.95, 0.998
Significance = Literal["above_outer", "above_inner", "none", "below_inner", "below_outer"]


def proportion_significance(count: float, denominator: float, baseline: float) -> Significance | None:
    """Of a share against a baseline (0..1); None of nothing."""
    return _named([wilson(count, denominator, one) for one in (INNER, OUTER)], baseline)


def ratio_significance(observed: float, expected: float, baseline: float = 1) -> Significance | None:
    """Of observed over expected events against a baseline; None where nothing is expected."""
    if not expected > 0:
        return None
    limits = [count_limits(observed, one) for one in (INNER, OUTER)]
    return _named([(lower / expected, upper / expected) for lower, upper in limits], baseline)


def touching_ratios(observed: ArrayLike, confidence: float) -> tuple[Numbers, Numbers]:
    """Between which ratios so many observed events are no more and no fewer than expected: exact, both ends.

    The upper is nan where nothing was observed: no ratio of nothing is too high.
    """
    lower, upper = exact_count(observed, confidence)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(observed, float) / upper, np.asarray(observed, float) / lower


def _named(limits: list[tuple[Numbers, Numbers]], baseline: float) -> Significance | None:
    (inner_lower, inner_upper), (outer_lower, outer_upper) = limits
    if np.isnan([inner_lower, inner_upper, outer_lower, outer_upper]).any():
        return None
    if outer_lower > baseline:
        return "above_outer"
    if outer_upper < baseline:
        return "below_outer"
    if inner_lower > baseline:
        return "above_inner"
    return "below_inner" if inner_upper < baseline else "none"
