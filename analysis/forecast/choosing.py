"""Which model is used at a horizon: the one that missed least, from errors that were known."""

from collections.abc import Mapping, Sequence

import numpy as np

from analysis.forecast.panel import Tree
from analysis.forecast.scales import came, known_by, scales
from analysis.forecast.scores import mean_known


def least_missed(errors: Mapping[str, np.ndarray], levels: np.ndarray) -> tuple[str, ...]:
    """The name of the model with the least mean error at each horizon.

    Args:
        errors: by model, shape (N, H), scaled; nan where not known.
        levels: shape (N,), the level of each row; every level counts as much as another, so that many small
            series do not outvote the whole.

    One model for all rows of a horizon: their sums then add up, and luck in one office chooses nothing. The
    first of those named where nothing is known.
    """
    names = list(errors)
    by_level = [
        [mean_known(errors[name][levels == level], 0) for level in np.unique(levels)] for name in names
    ]
    means = mean_known(np.array(by_level), 1)
    return tuple(
        names[int(np.nanargmin(column))] if np.isfinite(column).any() else names[0] for column in means.T
    )


def chosen_then(
    values: np.ndarray, given: Mapping[str, np.ndarray], tree: Tree, season: int, moments: Sequence[int]
) -> np.ndarray:
    """What the rule would have given: at each moment the model that had missed least by then.

    Args:
        values: shape (S, T).
        given: by model, shape (S, T, H).
        tree: how series add up.
        season: steps in a year.
        moments: at which to choose; those from the first on count.

    Returns shape (S, T, H), nan at other moments. Chosen among the errors it is judged by, a model looks
    better than it is; this does not.
    """
    summed = tree.added(values)
    horizons = next(iter(given.values())).shape[2]
    scale, what_came = scales(summed, season)[:, :, None], came(summed, horizons)
    missed = {name: np.abs(what_came - tree.added(each)) / scale for name, each in given.items()}
    levels = tree.rows["level"].to_numpy()
    out = np.full((*values.shape, horizons), np.nan)
    for now in moments:
        seen = known_by(horizons, now, moments[0])
        known = {
            name: np.stack([mean_known(each[:, some, step], 1) for step, some in enumerate(seen)], axis=1)
            for name, each in missed.items()
        }
        for step, name in enumerate(least_missed(known, levels)):
            out[:, now, step] = given[name][:, now, step]
    return out
