"""How wide a band must be: from what forecasts of the same horizon missed by before, never from a model.

Split conformal bands on rolling origins: the errors, divided by the size of their series, of all series of
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
# A share of 2.5 % cannot be read from fewer errors than this; then a distribution is assumed.
LEAST_TO_READ = 40
# Nothing is assumed from fewer errors than this, however much they overlap.
LEAST_ERRORS = 6
# A level with fewer independent errors lends from the other sums, or where these are few too, from all.
LEAST_OWN = 5.0
# Student's t at 90 and 97.5 %, by degrees of freedom.
FREEDOMS = np.array([1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, np.inf])
STUDENT = np.array(
    [
        [3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.397, 1.372, 1.341, 1.325, 1.310, 1.282],
        [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.306, 2.228, 2.131, 2.086, 2.042, 1.960],
    ]
)


def offsets(
    errors: np.ndarray,
    levels: np.ndarray,
    moments: Sequence[int],
    first: int,
    latest: int,
    wanted: np.ndarray | None = None,
) -> np.ndarray:
    """Where bands begin and end, from the point, in the unit of the errors; shape (4, N, len(moments), H).

    Args:
        errors: shape (N, T, H), what came less what was forecast, over the size of the series then; nan where
            not known.
        levels: shape (N,), the name of the level of each row.
        moments: the moments to make bands at; an error counts once its month has come by then.
        first: the first moment whose errors count.
        latest: how many moments count, the latest; what was missed long ago says little of today.
        wanted: shape (len(moments), H), at which moments and horizons; None: at all. The others are nan.

    What was missed several steps ahead is known only up to as many steps ago. It is brought to now by how
    far misses one step ahead have grown or shrunk since, to half or twice as much at most. Errors of so many
    steps ahead overlap in all but one: of a series so many times fewer are independent. Where these are too
    few to read a share from, they are taken as Student's t about the point, as they were. nan where there
    are too few even for that. The point always lies in its bands.
    """
    rows, _, horizons = errors.shape
    out = np.full((len(BOUNDS), rows, len(moments), horizons), np.nan)
    for level in np.unique(levels):
        own = levels == level
        for place, now in enumerate(moments):
            known = [
                slice(max(one.start, one.stop - latest), one.stop) for one in known_by(horizons, now, first)
            ]
            for step, seen in enumerate(known):
                if wanted is not None and not wanted[place, step]:
                    continue
                for lenders in (own, levels != LEVELS[0], np.ones(rows, bool)):
                    found = _known(errors[lenders, seen, step])
                    if found.size / (step + 1) >= LEAST_OWN:
                        break
                if found.size >= LEAST_ERRORS:
                    independent = found.size / (step + 1)
                    if independent < LEAST_TO_READ:
                        bounds = _student(found, independent)
                    else:
                        then, since = (_known(errors[lenders, those, 0]) for those in (seen, known[0]))
                        bounds = _read(found) * _grown(then, since)
                    out[:, own, place, step] = bounds[:, None]
    return out


def _known(errors: np.ndarray) -> np.ndarray:
    return errors[np.isfinite(errors)]


def _grown(then: np.ndarray, since: np.ndarray) -> float:
    """How much larger misses are than they were, between a half and two."""
    if not then.size or not since.size or not then.any():
        return 1.0
    return float(np.clip(np.abs(since).mean() / np.abs(then).mean(), 0.5, 2))


def _student(errors: np.ndarray, independent: float) -> np.ndarray:
    """The bounds of Student's t about the point, of the size of the errors."""
    times = [np.interp(1 / max(independent, 1), 1 / FREEDOMS[::-1], row[::-1]) for row in STUDENT]
    narrow, wide = np.sqrt(np.mean(errors**2)) * np.array(times)
    return np.array([-wide, -narrow, narrow, wide])


def _read(errors: np.ndarray) -> np.ndarray:
    """The errors that leave out no more than the wanted share, were one more error to come."""
    more = 1 + 1 / errors.size
    ordered, last = np.sort(errors), errors.size - 1
    below = ordered[[int(last * max(1 - (1 - bound) * more, 0)) for bound in BOUNDS[:2]]]
    above = ordered[[-int(-last * min(bound * more, 1) // 1) for bound in BOUNDS[2:]]]
    return np.concatenate([np.minimum(below, 0), np.maximum(above, 0)])
