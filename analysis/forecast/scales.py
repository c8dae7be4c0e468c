"""How much a series moves by itself: errors are divided by it, so that small and large compare."""

import numpy as np

LEAST_SHARE = 0.1


def scales(values: np.ndarray, season: int) -> np.ndarray:
    """The mean absolute change from the same step a year before, as known at each moment, shape (N, T).

    Source: R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, International
    Journal of Forecasting 22 (2006), the scale of MASE. nan before one change is known, and where a series
    never changed: it has no scale.
    """
    changes = np.abs(values[:, season:] - values[:, :-season])
    means = np.cumsum(changes, axis=1) / np.arange(1, changes.shape[1] + 1)
    out = np.full(values.shape, np.nan)
    out[:, season:] = np.where(means > 0, means, np.nan)
    return out


def sizes(values: np.ndarray, season: int) -> np.ndarray:
    """``scales`` that follow the level: a series that has halved is expected to miss by half as much.

    The scale times the mean of the last year over that of all that is known (a tenth at least, for what has
    stopped may begin again), shape (N, T). Bands are made in it; errors are judged in ``scales``.
    """
    sums = np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1)
    upper = np.arange(1, values.shape[1] + 1)
    lower = np.maximum(upper - season, 0)
    of_last_year, of_all = (sums[:, upper] - sums[:, lower]) / (upper - lower), sums[:, upper] / upper
    share = np.divide(of_last_year, of_all, out=np.ones_like(of_all), where=of_all > 0)
    return scales(values, season) * np.maximum(share, LEAST_SHARE)


def came(values: np.ndarray, horizons: int) -> np.ndarray:
    """What came 1, 2, ... steps after each moment, shape (N, T, horizons); nan where it is still to come."""
    out = np.full((*values.shape, horizons), np.nan)
    for step in range(1, min(horizons, values.shape[1] - 1) + 1):
        out[:, :-step, step - 1] = values[:, step:]
    return out


def known_by(horizons: int, now: int, first: int) -> list[slice]:
    """For each horizon the earlier moments from ``first`` on whose month had come by ``now``."""
    return [slice(first, max(now - step + 1, first)) for step in range(1, horizons + 1)]
