"""Models of what comes in, or of any count whose past is all that is known."""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.forecast.library import searched_smoothing
from analysis.forecast.pooled import pooled
from analysis.forecast.rivals import last_value, same_month_last_year, smoothing


def inflow_models(
    values: np.ndarray, groups: np.ndarray, horizons: int, season: int, searched_at: Sequence[int] | None
) -> Mapping[str, np.ndarray]:
    """By name, shape (S, T, H): rivals, smoothing with shared weights, AutoETS at ``searched_at``."""
    models = {
        "last_value": last_value(values, horizons),
        "smoothing": smoothing(values, horizons),
        "pooled": pooled(values, groups, horizons, season),
    }
    if season > 1:
        models["same_month_last_year"] = same_month_last_year(values, horizons, season)
    if searched_at:
        models["ets"] = searched_smoothing(values, models["pooled"], season, searched_at)
    return models
