"""Work from open cases: what a case weighs at its age, learnt from past months."""

import numpy as np

from analysis.forecast.season import sums_of_groups

WINDOW_YEARS = 2
OWN_MONTHS = 6
# How strongly weights by age are drawn to the mean weight of the kind, as a share of the cases seen.
DRAWN_IN = 0.02


def weights_by_age(open_phases: np.ndarray, units: np.ndarray, groups: np.ndarray, season: int) -> np.ndarray:
    """Units of work per open case by phase, as known at each moment, shape (S, T, P).

    Args:
        open_phases: shape (S, T, P), open cases by phase of age.
        units: shape (S, T), work of a month.
        groups: shape (S,), the number of the kind of each series.
        season: months in a year.

    Least squares over the series of a kind in the last two years, drawn towards the mean weight of the kind
    (ridge) where phases move together, and never below 0. What a series then weighs more or less than its
    kind (risk, flags, what waits) is the ratio of its own last six months.
    """
    moments = np.einsum("stp,stq->stpq", open_phases, open_phases)
    with_units = open_phases * units[:, :, None]
    window = WINDOW_YEARS * season
    totals = [
        _last(sums_of_groups(each, groups), window) for each in (moments, with_units, open_phases, units)
    ]
    squares, products, cases, work = totals
    mean = _ratio(work, cases.sum(axis=2))
    phases = open_phases.shape[2]
    ridge = DRAWN_IN * np.trace(squares, axis1=2, axis2=3)[:, :, None, None] * np.eye(phases)
    ridge = ridge + 1e-9 * np.eye(phases)
    right = products + np.einsum("gtpq,gt->gtp", ridge, mean)
    weights = np.maximum(np.linalg.solve(squares + ridge, right[..., None])[..., 0], 0)[groups]
    expected = (open_phases * weights).sum(axis=2)
    own = _ratio(_last(units, OWN_MONTHS), _last(expected, OWN_MONTHS), instead=1.0)
    return weights * own[:, :, None]


def _last(values: np.ndarray, steps: int) -> np.ndarray:
    """The sum of the last steps at each moment (axis 1)."""
    sums = np.cumsum(np.concatenate([np.zeros_like(values[:, :1]), values], axis=1), axis=1)
    upper = np.arange(1, values.shape[1] + 1)
    return sums[:, upper] - sums[:, np.maximum(upper - steps, 0)]


def _ratio(above: np.ndarray, below: np.ndarray, instead: float = 0.0) -> np.ndarray:
    return np.divide(above, below, out=np.full(above.shape, instead), where=below > 0)
