"""Forecasts of several models beside what came: errors, bands, and which model is used."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.forecast.bands import offsets
from analysis.forecast.choosing import least_missed
from analysis.forecast.panel import Tree
from analysis.forecast.scales import came, scales, sizes
from analysis.forecast.scores import held, mean_known, pinball


@dataclass(frozen=True)
class Scored:
    """One model: each shape (N, H).

    origins: how many moments it is judged from.
    mase, pinball, coverage_80_pct, coverage_95_pct: means over these; nan where not known.
    """

    origins: np.ndarray
    mase: np.ndarray
    pinball: np.ndarray
    coverage_80_pct: np.ndarray
    coverage_95_pct: np.ndarray


@dataclass(frozen=True)
class Trial:
    """Models of one measure, run backwards.

    values: shape (N, T), what came, of every row of the tree.
    given: by model, shape (N, T, H): from each moment so many steps ahead.
    bands: by model, shape (4, N, M, H): low of 95, low of 80, high of 80, high of 95 % at ``moments``; nan
        where ``origins`` has not that moment and horizon.
    moments: the M moments of the trial and, last, now.
    origins: shape (H, K): the places in ``moments`` that count at each horizon, the K latest whose month
        has come.
    scored: by model.
    used: H names, the model with the least scaled error at each horizon.
    """

    values: np.ndarray
    given: Mapping[str, np.ndarray]
    bands: Mapping[str, np.ndarray]
    moments: tuple[int, ...]
    origins: np.ndarray
    scored: Mapping[str, Scored]
    used: tuple[str, ...]


def trial_moments(steps: int, horizons: int, origins: int) -> tuple[int, ...]:
    """The moments whose forecasts are looked at, up to the last step."""
    return tuple(range(max(steps - horizons - origins, 0), steps))


def trial(
    values: np.ndarray,
    given: Mapping[str, np.ndarray],
    tree: Tree,
    season: int,
    origins: int,
    first: int,
    latest: int,
) -> Trial:
    """Hold each model against what came.

    Args:
        values: shape (S, T), the measure of each series.
        given: by model, shape (S, T, H); the same models for all rows, which are sums of the series, so that
            offices and kinds add up to the whole.
        tree: how series add up.
        season: steps in a year.
        origins: how many of the latest moments count at each horizon.
        first: the first moment whose errors count for bands.
        latest: how many moments count for bands, the latest whose month has come.
    """
    summed = tree.added(values)
    horizons = next(iter(given.values())).shape[2]
    steps = values.shape[1]
    moments = trial_moments(steps, horizons, origins)
    levels = tree.rows["level"].to_numpy()
    scale, size, what_came = scales(summed, season), sizes(summed, season), came(summed, horizons)
    at = np.array(moments)
    counted = _origins(moments, horizons, origins, steps)
    wanted = np.zeros((len(moments), horizons), bool)
    for step, places in enumerate(counted):
        wanted[places[places >= 0], step] = True
    wanted[-1] = True
    all_given, bands, scored = {}, {}, {}
    for name, of_series in given.items():
        point = all_given[name] = tree.added(of_series)
        errors = (what_came - point) / size[:, :, None]
        wide = offsets(errors, levels, moments, min(first, moments[0]), latest, wanted)
        # a series that never changed has no size: its band is its point
        bands[name] = np.maximum(point[:, at] + wide * np.nan_to_num(size)[None, :, at, None], 0)
        scored[name] = _scored(what_came[:, at], point[:, at], bands[name], scale[:, at], counted)
    used = least_missed({name: each.mase for name, each in scored.items()}, levels)
    return Trial(summed, all_given, bands, moments, counted, scored, used)


def _origins(moments: tuple[int, ...], horizons: int, origins: int, steps: int) -> np.ndarray:
    """Places in ``moments``, -1 where there are fewer, shape (H, origins)."""
    out = np.full((horizons, origins), -1)
    for step in range(1, horizons + 1):
        places = [place for place, now in enumerate(moments) if now + step < steps][-origins:]
        if places:
            out[step - 1, -len(places) :] = places
    return out


def _scored(
    what_came: np.ndarray, point: np.ndarray, bands: np.ndarray, scale: np.ndarray, counted: np.ndarray
) -> Scored:
    by = scale[:, :, None]
    lost = pinball(what_came, point, bands) / by
    inside = [held(what_came, bands[low], bands[high]) for low, high in ((1, 2), (0, 3))]
    missed = np.abs(what_came - point) / by
    known = np.isfinite(missed)
    judged = [known[:, places[places >= 0], step].sum(axis=1) for step, places in enumerate(counted)]
    means = (_over_origins(one, counted) for one in (missed, lost, *inside))
    return Scored(np.stack(judged, axis=1), *means)


def _over_origins(each: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """The mean over the origins that count, of shape (N, M, H), at each horizon."""
    columns = [mean_known(each[:, places[places >= 0], step], 1) for step, places in enumerate(counted)]
    return np.stack(columns, axis=1)
