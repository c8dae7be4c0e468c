"""Forecasts of several models held against what came: errors, bands, and which model is used."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from analysis.forecast.bands import half_widths
from analysis.forecast.panel import Tree
from analysis.forecast.scales import came, scales
from analysis.forecast.scores import held, mean_known, pinball

WARM_UP_YEARS = 2


@dataclass(frozen=True)
class Scored:
    """One model: each shape (N, H), means over its origins; nan where not known."""

    mase: np.ndarray
    pinball: np.ndarray
    coverage_80_pct: np.ndarray
    coverage_95_pct: np.ndarray


@dataclass(frozen=True)
class Trial:
    """Models of one measure, run backwards.

    values: shape (N, T), what came, of every row of the tree.
    given: by model, shape (N, T, H): from each moment so many steps ahead.
    half: by model, shape (2, N, M, H): half the widths of the bands at ``moments``, in the unit of the
        measure.
    moments: the M moments of the trial and, last, now.
    origins: shape (H, K): the places in ``moments`` that count at each horizon, the K latest whose month
        has come.
    scored: by model.
    used: H names, the model with the least scaled error at each horizon.
    """

    values: np.ndarray
    given: Mapping[str, np.ndarray]
    half: Mapping[str, np.ndarray]
    moments: tuple[int, ...]
    origins: np.ndarray
    scored: Mapping[str, Scored]
    used: tuple[str, ...]


def trial_moments(steps: int, horizons: int, origins: int) -> tuple[int, ...]:
    """The moments whose forecasts are looked at, up to the last step."""
    return tuple(range(max(steps - horizons - origins, 0), steps))


def trial(
    values: np.ndarray, given: Mapping[str, np.ndarray], tree: Tree, season: int, origins: int
) -> Trial:
    """Hold each model against what came.

    Args:
        values: shape (S, T), the measure of each series.
        given: by model, shape (S, T, H); the same models for all rows, which are sums of the series, so that
            offices and kinds add up to the whole.
        tree: how series add up.
        season: steps in a year.
        origins: how many of the latest moments count at each horizon.
    """
    summed = tree.added(values)
    horizons = next(iter(given.values())).shape[2]
    steps = values.shape[1]
    moments = trial_moments(steps, horizons, origins)
    levels = tree.rows["level"].to_numpy()
    scale, what_came = scales(summed, season), came(summed, horizons)
    counted = _origins(moments, horizons, origins, steps)
    all_given, half, scored = {}, {}, {}
    for name, of_series in given.items():
        all_given[name] = tree.added(of_series)
        errors = (what_came - all_given[name]) / scale[:, :, None]
        first = min(WARM_UP_YEARS * season, moments[0])
        wide = half_widths(errors, levels, moments, first)
        half[name] = wide * np.nan_to_num(scale)[None][:, :, moments, None]
        scored[name] = _scored(name, all_given, half, what_came, scale, moments, counted)
    used = _used(scored, levels)
    return Trial(summed, all_given, half, moments, counted, scored, used)


def _origins(moments: tuple[int, ...], horizons: int, origins: int, steps: int) -> np.ndarray:
    """Places in ``moments``, -1 where there are fewer, shape (H, origins)."""
    out = np.full((horizons, origins), -1)
    for step in range(1, horizons + 1):
        places = [place for place, now in enumerate(moments) if now + step < steps][-origins:]
        if places:
            out[step - 1, -len(places) :] = places
    return out


def _scored(name, given, half, what_came, scale, moments, counted) -> Scored:
    at = np.array(moments)
    point, truth, by = given[name][:, at], what_came[:, at], scale[:, at][:, :, None]
    missed = np.abs(truth - point) / by
    lost = pinball(truth, point, half[name]) / by
    inside = [held(truth, point, half[name][place]) for place in (0, 1)]
    return Scored(*(_over_origins(each, counted) for each in (missed, lost, *inside)))


def _over_origins(each: np.ndarray, counted: np.ndarray) -> np.ndarray:
    """The mean over the origins that count, of shape (N, M, H), at each horizon."""
    columns = [mean_known(each[:, places[places >= 0], step], 1) for step, places in enumerate(counted)]
    return np.stack(columns, axis=1)


def _used(scored: Mapping[str, Scored], levels: np.ndarray) -> tuple[str, ...]:
    """At each horizon the model with the least scaled error: every level counts as much as another."""
    names = list(scored)
    by_level = [
        [mean_known(scored[name].mase[levels == level], 0) for level in np.unique(levels)] for name in names
    ]
    means = mean_known(np.array(by_level), 1)
    return tuple(
        names[int(np.nanargmin(column))] if np.isfinite(column).any() else names[0] for column in means.T
    )
