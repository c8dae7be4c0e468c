"""How wide a band must be: from what forecasts of the same horizon missed by before, never from a model.

Split conformal bands on rolling origins: the errors, held against the size of their series, of all series of
a level and of all earlier moments whose month had come. Above and below are counted apart. The errors of sums
are those of the sums themselves: what offices missed by together counts as it fell together. Sources: G.
Shafer and V. Vovk, A tutorial on conformal prediction, JMLR 9 (2008); rolling origins: L. J. Tashman,
International Journal of Forecasting 16 (2000).
"""

from collections.abc import Sequence

import numpy as np

from analysis.forecast.panel import LEVELS
from analysis.forecast.scales import known_by

# Where the bands of 95 and 80 % begin and end, in order.
BOUNDS = (0.025, 0.1, 0.9, 0.975)
# A level with fewer series than this lends from the other sums, or where these are few too from all.
LEAST_SERIES = 10
LEAST_ERRORS = 20


def offsets(
    errors: np.ndarray, levels: np.ndarray, moments: Sequence[int], first: int, latest: int
) -> np.ndarray:
    """Where bands begin and end, from the point, in the unit of the errors; shape (4, N, len(moments), H).

    Args:
        errors: shape (N, T, H), what came less what was forecast, over the size of the series then; nan where
            not known.
        levels: shape (N,), the name of the level of each row.
        moments: the moments to make bands at; an error counts once its month has come by then.
        first: the first moment whose errors count.
        latest: how many moments count, the latest; what was missed long ago says little of today.

    nan where fewer than ``LEAST_ERRORS`` are known. The point always lies in its bands.
    """
    rows, _, horizons = errors.shape
    out = np.full((len(BOUNDS), rows, len(moments), horizons), np.nan)
    for level in np.unique(levels):
        own = levels == level
        missed = errors[_lenders(levels, level)]
        for place, now in enumerate(moments):
            for step, seen in enumerate(known_by(horizons, now, first)):
                found = missed[:, max(seen.start, seen.stop - latest) : seen.stop, step]
                found = found[np.isfinite(found)]
                if found.size >= LEAST_ERRORS:
                    out[:, own, place, step] = _bounds(found)[:, None]
    return out


def _lenders(levels: np.ndarray, level: str) -> np.ndarray:
    """The rows whose errors make the bands of a level."""
    for lenders in (levels == level, levels != LEVELS[0]):
        if lenders.sum() >= LEAST_SERIES:
            return lenders
    return np.ones(levels.size, bool)


def _bounds(errors: np.ndarray) -> np.ndarray:
    """The errors that leave out no more than the wanted share, were one more error to come."""
    more = 1 + 1 / errors.size
    upper = [min(bound * more, 1) for bound in BOUNDS[2:]]
    lower = [max(1 - (1 - bound) * more, 0) for bound in BOUNDS[:2]]
    below = np.quantile(errors, lower, method="lower")
    above = np.quantile(errors, upper, method="higher")
    return np.concatenate([np.minimum(below, 0), np.maximum(above, 0)])
