"""What any forecast has to beat: four that need no model, for every moment at once.

Each gives shape (S, T, H): series, moment from which is forecast, and steps ahead. Nothing after the moment
counts in it.
"""

import numpy as np

ALPHAS = np.linspace(0.05, 1.0, 20)


def last_value(values: np.ndarray, horizons: int) -> np.ndarray:
    """It stays as it is."""
    return np.repeat(values[:, :, None], horizons, axis=2)


def same_month_last_year(values: np.ndarray, horizons: int, season: int) -> np.ndarray:
    """It is as it was in the same month, a year or (beyond twelve months) two before; nan without one."""
    out = np.full((*values.shape, horizons), np.nan)
    for step in range(1, horizons + 1):
        back = -(-step // season) * season - step
        out[:, back:, step - 1] = values[:, : max(values.shape[1] - back, 0)]
    return out


def smoothing(values: np.ndarray, horizons: int) -> np.ndarray:
    """Plain exponential smoothing, each series with the weight that had the least squared errors so far.

    Source: C. C. Holt, Forecasting seasonals and trends by exponentially weighted moving averages (1957).
    """
    levels = np.repeat(values[None], len(ALPHAS), axis=0)
    for step in range(1, values.shape[1]):
        levels[:, :, step] = (
            ALPHAS[:, None] * values[:, step] + (1 - ALPHAS[:, None]) * levels[:, :, step - 1]
        )
    squares = np.zeros_like(levels)
    squares[:, :, 1:] = (levels[:, :, :-1] - values[:, 1:]) ** 2
    best = np.cumsum(squares, axis=2).argmin(axis=0)
    return last_value(np.take_along_axis(levels, best[None], axis=0)[0], horizons)


def littles_law(
    received: np.ndarray, ended: np.ndarray, open_end: np.ndarray, horizons: int, window: int
) -> np.ndarray:
    """Open cases are those received in a step times the mean stay.

    Received is the mean of the last ``window`` steps; the mean stay, open cases over those ended in a step,
    that of twice as many. The last value where nothing has ended. Source: J. D. C. Little, A proof for the
    queuing formula L = λW, Operations Research 9 (1961).
    """
    inflow = mean_of_last(received, window)
    ended_mean, open_mean = mean_of_last(ended, 2 * window), mean_of_last(open_end, 2 * window)
    stay = np.divide(open_mean, ended_mean, out=np.full_like(open_mean, np.nan), where=ended_mean > 0)
    return last_value(np.where(np.isnan(stay), open_end, inflow * stay), horizons)


def mean_of_last(values: np.ndarray, steps: int) -> np.ndarray:
    """The mean of up to that many last steps, at each moment."""
    sums = np.cumsum(np.pad(values, ((0, 0), (1, 0))), axis=1)
    upper = np.arange(1, values.shape[1] + 1)
    lower = np.maximum(upper - steps, 0)
    return (sums[:, upper] - sums[:, lower]) / (upper - lower)
