"""How wide a band must be: from what forecasts of the same horizon missed by before, never from a model.

Split conformal bands on rolling origins: the errors, held against the scale of their series, of all series of
a level and of all earlier moments whose month had come. The errors of sums are those of the sums themselves:
what offices missed by together counts as it fell together. Sources: G. Shafer and V. Vovk, A tutorial on
conformal prediction, JMLR 9 (2008); rolling origins: L. J. Tashman, International Journal of Forecasting 16
(2000).
"""

from collections.abc import Sequence

import numpy as np

from analysis.forecast.scales import known_by

COVERAGES_PCT = (80, 95)
# A level with fewer series than this lends from all others.
LEAST_SERIES = 10
LEAST_ERRORS = 20


def half_widths(
    scaled_errors: np.ndarray, levels: np.ndarray, moments: Sequence[int], first: int
) -> np.ndarray:
    """Half the width of the bands in scales, shape (2, N, len(moments), H); nan where too little is known.

    Args:
        scaled_errors: shape (N, T, H), what came less what was forecast, over the scale of the series then;
            nan where not known.
        levels: shape (N,), the name of the level of each row.
        moments: the moments to make bands at; an error counts once its month has come by then.
        first: the first moment whose errors count.
    """
    rows, _, horizons = scaled_errors.shape
    misses = np.abs(scaled_errors)
    out = np.full((len(COVERAGES_PCT), rows, len(moments), horizons), np.nan)
    for level in np.unique(levels):
        own = levels == level
        lenders = own if own.sum() >= LEAST_SERIES else np.ones(rows, bool)
        missed = misses[lenders]
        for place, now in enumerate(moments):
            for step, seen in enumerate(known_by(horizons, now, first)):
                found = missed[:, seen, step]
                found = found[np.isfinite(found)]
                if found.size >= LEAST_ERRORS:
                    out[:, own, place, step] = _quantiles(found)[:, None]
    return out


def _quantiles(missed: np.ndarray) -> np.ndarray:
    """The least widths that would have held the wanted share, and one error more than that."""
    shares = np.array(COVERAGES_PCT) / 100
    return np.quantile(missed, np.minimum(shares * (1 + 1 / missed.size), 1), method="higher")
