"""Models of a count of which only the past is known, such as what comes in."""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.forecast.library import Following, searched_smoothing
from analysis.forecast.pooled import pooled
from analysis.forecast.rivals import last_value, mean_of_last, same_month_last_year, smoothing
from analysis.forecast.season import seasonal_factors, sums_of_groups


def count_models(
    values: np.ndarray,
    groups: np.ndarray,
    horizons: int,
    season: int,
    window: int,
    searched_at: Sequence[int] | None = None,
    following: Following = iter,
) -> dict[str, np.ndarray]:
    """By name, shape (S, T, H).

    Args:
        values: shape (S, T).
        groups: shape (S,), the number of the group of each series.
        horizons: steps ahead.
        season: steps in a year; 1 for none.
        window: steps of the recent mean; 1 leaves it out.
        searched_at: the moments at which AutoETS is asked; None leaves it out.
        following: what the series are gone through with while it searches.
    """
    models = {
        "last_value": last_value(values, horizons),
        "smoothing": smoothing(values, horizons),
        "pooled": pooled(values, groups, horizons, season),
    }
    if season > 1:
        models["same_month_last_year"] = same_month_last_year(values, horizons, season)
    if window > 1:
        recent = models["recent_mean"] = recent_mean(values, groups, horizons, season, window)
        models["combined"] = combined(recent, models)
    if searched_at:
        models["ets"] = searched_smoothing(values, models["pooled"], season, searched_at, following)
    return models


def combined(ours: np.ndarray, models: Mapping[str, np.ndarray]) -> np.ndarray:
    """The mean of a forecast, the smoothing with shared weights and the last value.

    Source: J. M. Bates and C. W. J. Granger, The combination of forecasts, OR 20 (1969).
    """
    return (ours + models["pooled"] + models["last_value"]) / 3


def recent_mean(
    values: np.ndarray, groups: np.ndarray, horizons: int, season: int, window: int
) -> np.ndarray:
    """The mean of the last ``window`` steps, shared over the year by the season of the group."""
    factors = seasonal_factors(sums_of_groups(values, groups), season)[groups]
    ahead = factors[:, :, np.arange(1, horizons + 1) % season]
    return mean_of_last(values / factors[:, :, 0], window)[:, :, None] * ahead
