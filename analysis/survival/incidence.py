"""How many have ended by an age, and in which way, from counts by age: cumulative incidence and intervals.

In discrete time the estimate of Aalen and Johansen (``occupancy``) needs no more than how many could end at
each age and how many did, so that nobody leaves the warehouse. No ending counts as if the case were open, and
shares of all endings and of what is still open add up to 1. The variance is that of the delta method over the
multinomial counts of each age (E. Marubini and M. G. Valsecchi, Analysing Survival Data, 1995, chapter 10);
limits are on the scale of log(-log), so that none lies outside 0 and 1.
"""

from dataclasses import dataclass

import numpy as np

from analysis.intervals import Numbers, normal_quantile


@dataclass(frozen=True)
class Incidence:
    """Shares by age: T ages, K endings.

    still_open: shape (T,), after the endings of that age.
    shares: shape (T, K), that have ended so by that age; with ``still_open`` they add up to 1.
    lower, upper: shape (T, K), limits of ``shares``.
    """

    still_open: Numbers
    shares: Numbers
    lower: Numbers
    upper: Numbers


def incidence(at_risk: np.ndarray, ended: np.ndarray, confidence: float = 0.95) -> Incidence:
    """The share that has ended in each way, by age.

    Args:
        at_risk: shape (T,), how many could end at each age, in order of age; those that are first seen later
            count from then (left truncation), those still open as long as they are seen (censoring).
        ended: shape (T, K), how many of them ended in each way at that age.
        confidence: of the limits, between 0 and 1.

    ValueError where more end than could, or nobody could.
    """
    seen, ends = np.asarray(at_risk, float), np.asarray(ended, float)
    if not seen.size or (seen <= 0).any() or (ends < 0).any() or (ends.sum(axis=1) > seen).any():
        raise ValueError("At each age somebody can end, and no more do than can.")
    rates = ends / seen[:, None]
    leaving = rates.sum(axis=1)
    open_after = np.cumprod(1 - leaving)
    open_before = np.concatenate([[1.0], open_after[:-1]])
    shares = np.cumsum(open_before[:, None] * rates, axis=0)
    lower, upper = _limits(shares, _variances(seen, rates, open_before, shares), confidence)
    return Incidence(open_after, shares, lower, upper)


def _variances(seen: Numbers, rates: Numbers, open_before: Numbers, shares: Numbers) -> Numbers:
    """Of each share: what each age adds, itself and by how many it leaves for later ages."""
    leaving = rates.sum(axis=1)
    # where all end, nothing comes after
    odds = np.divide(leaving, 1 - leaving, out=np.zeros_like(leaving), where=leaving < 1) / seen
    own = np.cumsum((open_before**2 / seen)[:, None] * rates * (1 - rates), axis=0)
    both = (open_before / seen)[:, None] * rates
    across = shares * np.cumsum(both, axis=0) - np.cumsum(both * shares, axis=0)
    spread = (
        shares**2 * np.cumsum(odds)[:, None]
        - 2 * shares * np.cumsum(odds[:, None] * shares, axis=0)
        + np.cumsum(odds[:, None] * shares**2, axis=0)
    )
    return np.maximum(own - 2 * across + spread, 0)


def _limits(shares: Numbers, variances: Numbers, confidence: float) -> tuple[Numbers, Numbers]:
    z, inside = normal_quantile(confidence), (shares > 0) & (shares < 1)
    safe = np.where(inside, shares, 0.5)
    power = np.exp(z * np.sqrt(variances) / (safe * np.abs(np.log(safe))))
    return np.where(inside, safe**power, shares), np.where(inside, safe ** (1 / power), shares)
