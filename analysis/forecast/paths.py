"""Paths that may come: the forecast, and on it what the forecast of one past month missed by.

Each path takes the misses of one origin in every office, kind and month ahead together, so what fell together
stays together, from month to month and from office to office. Sums are the sums of paths: a path of the whole
is what its offices do on that path. Source: the block bootstrap, H. R. Künsch, The jackknife and the
bootstrap for general stationary observations, Annals of Statistics 17 (1989).
"""

import numpy as np

from analysis.forecast.panel import LEVELS
from analysis.forecast.run import Run
from analysis.forecast.scales import came, sizes
from analysis.forecast.trial import Trial


def sample_paths(
    ran: Run, measure: str, paths: int, rng: np.random.Generator, latest: int = 24
) -> np.ndarray:
    """Paths of every row of ``ran.tree``, shape (paths, N, H), in the unit of the measure and never below 0.

    Args:
        ran: the trial.
        measure: one of ``ran.trials``.
        paths: how many.
        rng: draws the origins, each as often as another.
        latest: how many origins are drawn from, the latest of which every month ahead has come.

    ValueError where there is no such origin.
    """
    tried = ran.trials[measure]
    series = (ran.tree.rows["level"] == LEVELS[0]).to_numpy()
    values = tried.values[series]
    point, missed = _of_used(tried, series, ran.horizons)
    size = np.nan_to_num(sizes(values, ran.season))
    scaled = np.divide(
        missed, size[:, :, None], out=np.full(missed.shape, np.nan), where=size[:, :, None] > 0
    )
    last = values.shape[1] - 1 - ran.horizons
    origins = np.arange(max(last - latest + 1, 0), last + 1)
    # a series that never changed has no size and misses nothing; where none had one, or the model used was
    # not run at every month ahead, there is no origin
    origins = origins[np.isfinite(scaled[:, origins]).all(axis=2).any(axis=0)]
    if not origins.size:
        raise ValueError("There is no month of which everything forecast ahead has come.")
    drawn = np.nan_to_num(scaled[:, rng.choice(origins, paths)]) * size[:, -1:, None]
    of_series = np.maximum(point[:, None] + drawn, 0)
    return np.moveaxis(ran.tree.added(of_series), 1, 0)


def _of_used(tried: Trial, series: np.ndarray, horizons: int) -> tuple[np.ndarray, np.ndarray]:
    """Of the models used: the forecast of now, shape (S, H), and what each moment missed, (S, T, H)."""
    given = np.stack([tried.given[name][series][:, :, step] for step, name in enumerate(tried.used)], axis=2)
    return given[:, -1], came(tried.values[series], horizons) - given
