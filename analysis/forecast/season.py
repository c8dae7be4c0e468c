"""How much one month of the year lies above or below the others, as known at each moment."""

import numpy as np

YEARS_NEEDED = 2


def seasonal_factors(totals: np.ndarray, season: int) -> np.ndarray:
    """Factors by group, moment at which they are known and step ahead of it.

    Args:
        totals: shape (G, T), not negative.
        season: steps in a year; 1 for none.

    Returns shape (G, T, season): the factor of the steps 0, 1, ... season - 1 after each moment. The ratio
    to the centred mean of a year is averaged by month of the year (ratio to moving average: Macaulay 1931)
    and drawn towards 1 as far as its scatter over the years leaves doubt. All are 1 until two years of
    ratios are known. What lies after a moment never counts in it: a ratio is known half a year later.
    """
    groups, steps = totals.shape
    factors = np.ones((groups, steps, season))
    if season == 1:
        return factors
    ratios = _ratios(totals, season)
    half = season // 2
    for now in range((YEARS_NEEDED + 1) * season - 1, steps):
        known = ratios[:, : now - half + 1]
        place = (np.arange(known.shape[1]) - now) % season
        by_place = np.stack([_average(known[:, place == step]) for step in range(season)])
        factors[:, now] = _drawn_in(*np.moveaxis(by_place, 1, 0)).T
    return factors


def sums_of_groups(values: np.ndarray, groups: np.ndarray) -> np.ndarray:
    """Values of series (first axis) added up by the number of their group."""
    out = np.zeros((groups.max() + 1, *values.shape[1:]))
    np.add.at(out, groups, values)
    return out


def _ratios(totals: np.ndarray, season: int) -> np.ndarray:
    """Each value over the mean of the year around it; nan where that is not known or nought."""
    half = season // 2
    weights = np.ones(season + 1)
    weights[[0, -1]] = 0.5
    out = np.full(totals.shape, np.nan)
    for group, row in enumerate(totals):
        if row.size > season:
            mean = np.convolve(row, weights / season, mode="valid")
            with np.errstate(divide="ignore", invalid="ignore"):
                inner = np.where(mean > 0, row[half:-half] / mean, np.nan)
            out[group, half:-half] = inner
    return out


def _average(ratios: np.ndarray) -> np.ndarray:
    """Mean, variance and number of the ratios of one month of the year, shape (3, G)."""
    known = np.isfinite(ratios)
    count = known.sum(axis=1)
    filled = np.where(known, ratios, 0.0)
    mean = np.divide(filled.sum(axis=1), count, out=np.ones(len(count)), where=count > 0)
    squares = np.where(known, (ratios - mean[:, None]) ** 2, 0.0).sum(axis=1)
    variance = np.divide(squares, count - 1, out=np.zeros(len(count)), where=count > 1)
    return np.stack([mean, variance, count.astype(float)])


def _drawn_in(mean: np.ndarray, variance: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Factors of a year with mean 1, shape (season, G), drawn towards 1 by what is noise in them."""
    mean = mean / mean.mean(axis=0)
    noise = (variance / np.maximum(count, 1)).mean(axis=0)
    spread = mean.var(axis=0)
    share = np.divide(np.maximum(spread - noise, 0), spread, out=np.zeros_like(spread), where=spread > 0)
    return np.maximum(1 + share * (mean - 1), 0.05)
