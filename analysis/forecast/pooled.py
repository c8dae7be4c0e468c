"""Smoothing with one set of weights for all series, and growth that they have in common.

Small series tell too little to find their own weights and growth. Level and growth are smoothed as by Holt
and damped as by Gardner and McKenzie; the weights are those with the least scaled error of all series
together, at each horizon and on forecasts that had already come true. Sources: E. S. Gardner and E. McKenzie,
Forecasting trends in time series, Management Science 31 (1985); shared weights: G. T. Duncan, W. L. Gorr and
J. Szczypula, Forecasting analogous time series (Principles of Forecasting, 2001).
"""

from dataclasses import dataclass

import numpy as np

from analysis.forecast.scales import came, known_by, scales
from analysis.forecast.season import seasonal_factors, sums_of_groups

LEVELS = (0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1.0)
GROWTHS = (0.03, 0.1, 0.3, 0.6)
DAMPINGS = (0.8, 0.9, 0.97, 1.0)
OWN_SHARES = (0.0, 0.5)
GROWTH_LIMIT = 0.3
LEAST_STEPS = 3


@dataclass(frozen=True)
class Weights:
    """How fast level and growth follow, how growth fades, and the share of growth that is a series' own."""

    level: float
    growth: float
    damping: float
    own_share: float


def candidates() -> list[Weights]:
    """All weights tried: each level without growth, and with each growth."""
    grown = [(g, d, o) for g in GROWTHS for d in DAMPINGS for o in OWN_SHARES]
    return [Weights(level, *rest) for level in LEVELS for rest in ((0.0, 0.0, 0.0), *grown)]


def pooled(values: np.ndarray, groups: np.ndarray, horizons: int, season: int) -> np.ndarray:
    """Forecasts of every series from every moment, shape (S, T, H).

    Args:
        values: shape (S, T), not negative.
        groups: shape (S,), the number of the group whose growth and season a series shares.
        horizons: steps ahead.
        season: steps in a year; 1 for none.
    """
    totals = sums_of_groups(values, groups)
    factors = seasonal_factors(totals, season)[groups]
    plain = values / factors[:, :, 0]
    ahead = factors[:, :, np.arange(1, horizons + 1) % season]
    scaled_by, what_came = scales(values, season)[:, :, None], came(values, horizons)
    tried, errors = {}, []
    options = candidates()
    for weights in options:
        given = _projected(plain, groups, weights, horizons, tried) * ahead
        errors.append(_mean_over_series(np.abs(given - what_came) / scaled_by))
    best = _best(np.stack(errors), horizons)
    out = np.empty((*values.shape, horizons))
    for number in np.unique(best):
        given = _projected(plain, groups, options[number], horizons, tried) * ahead
        out = np.where(best[None] == number, given, out)
    return np.maximum(out, 0)


def _projected(
    plain: np.ndarray, groups: np.ndarray, weights: Weights, horizons: int, tried: dict
) -> np.ndarray:
    """Level and growth run through once; from each moment the level goes on by the growth, damped."""
    key = weights.level, weights.growth
    if key not in tried:
        tried[key] = _run(plain, groups, *key)
    level, own, common = tried[key]
    if weights.damping == 0:
        return np.repeat(level[:, :, None], horizons, axis=2)
    growth = weights.own_share * own + (1 - weights.own_share) * common
    return level[:, :, None] * np.exp(
        np.log1p(growth)[:, :, None] * np.cumsum(weights.damping ** np.arange(1, horizons + 1))
    )


def _run(plain: np.ndarray, groups: np.ndarray, alpha: float, beta: float) -> tuple[np.ndarray, ...]:
    """Level, own growth and growth of the group at each moment, each shape (S, T)."""
    level, own, common = plain.copy(), np.zeros_like(plain), np.zeros_like(plain)
    for step in range(1, plain.shape[1]):
        # the first steps count alike, so that where a series begins does not linger
        follow = max(alpha, 1 / (step + 1))
        level[:, step] = follow * plain[:, step] + (1 - follow) * level[:, step - 1]
        if beta == 0:
            continue
        keep = max(beta, 1 / step)
        before = sums_of_groups(level[:, step - 1 : step + 1], groups)
        for growth, (then, now) in (
            (own, level[:, step - 1 : step + 1].T),
            (common, before[groups].T),
        ):
            change = np.divide(now - then, then, out=np.zeros_like(then), where=then > 0)
            change = np.clip(change, -GROWTH_LIMIT, GROWTH_LIMIT)
            growth[:, step] = keep * change + (1 - keep) * growth[:, step - 1]
    return level, own, common


def _mean_over_series(errors: np.ndarray) -> np.ndarray:
    """Shape (T, H); nan where no series has a scale or nothing has come."""
    known = np.isfinite(errors)
    count = known.sum(axis=0)
    sums = np.where(known, errors, 0.0).sum(axis=0)
    return np.divide(sums, count, out=np.full(sums.shape, np.nan), where=count > 0)


def _best(errors: np.ndarray, horizons: int) -> np.ndarray:
    """The number of the weights for each moment and horizon, from errors of shape (P, T, H).

    Until a horizon has an error of its own the weights of the one before it are taken; without any, those
    that keep the last value.
    """
    steps = errors.shape[1]
    known = np.isfinite(errors).all(axis=0)
    sums = np.cumsum(np.where(known[None], errors, 0.0), axis=1)
    counts = np.cumsum(known, axis=0)
    keeps = candidates().index(Weights(1.0, 0.0, 0.0, 0.0))
    best = np.full((steps, horizons), keeps)
    for now in range(LEAST_STEPS, steps):
        for place, seen in enumerate(known_by(horizons, now, 0)):
            if seen.stop > seen.start and counts[seen.stop - 1, place] >= LEAST_STEPS:
                best[now, place] = sums[:, seen.stop - 1, place].argmin()
            elif place:
                best[now, place] = best[now, place - 1]
    return best
