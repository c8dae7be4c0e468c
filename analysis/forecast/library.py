"""Exponential smoothing whose form is searched, by statsforecast: the one module that imports it.

It is imported when it is first used: it takes seconds, it comes with the extra ``forecast`` only, and no page
needs it.
"""

import warnings
from collections.abc import Callable, Iterable, Sequence

import numpy as np

# Goes through the numbers of series, one by one.
Following = Callable[[list[int]], Iterable[int]]

LEAST_YEARS = 2
SEARCHED_EVERY = 24
# A series of which most months are nought has no form to search for.
LEAST_SHARE_FILLED = 0.5


def is_installed() -> bool:
    """Whether the extra is there."""
    try:
        import statsforecast  # noqa: F401
    except ImportError:
        return False
    return True


def searched_smoothing(
    values: np.ndarray,
    instead: np.ndarray,
    season: int,
    moments: Sequence[int],
    following: Following = iter,
) -> np.ndarray:
    """AutoETS of each series at these moments, shape (S, T, H); nan at all others.

    Args:
        values: shape (S, T).
        instead: shape (S, T, H), taken where a series is too short, never changed or is mostly nought.
        season: steps in a year.
        moments: ascending. The form is searched at the first, and again whenever two years have passed since;
            in between its weights are fitted anew. A search sees nothing after its moment.
        following: what the series are gone through with, such as a bar of progress.
    """
    from statsforecast.models import AutoETS

    out = np.full(instead.shape, np.nan)
    horizons = instead.shape[2]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for series in following(list(range(len(values)))):
            row = values[series]
            form, searched = None, -SEARCHED_EVERY
            for now in moments:
                known = row[: now + 1]
                if not _has_a_form(known, season):
                    out[series, now] = instead[series, now]
                    continue
                if form is None or now - searched >= SEARCHED_EVERY:
                    form, searched = AutoETS(season_length=season).fit(known).model_["components"], now
                kept = AutoETS(season_length=season, model=form[:3], damped=form[3] == "D")
                given = _forecast(kept, known, horizons)
                out[series, now] = np.maximum(given, 0) if given is not None else instead[series, now]
    return out


def _has_a_form(known: np.ndarray, season: int) -> bool:
    long_enough = known.size >= LEAST_YEARS * season + 1 and known.size >= 8
    return bool(long_enough and np.ptp(known) > 0 and (known > 0).mean() >= LEAST_SHARE_FILLED)


def _forecast(model: object, known: np.ndarray, horizons: int) -> np.ndarray | None:
    """What the model gives, or None where it cannot: a form that held before may not fit what came since."""
    try:
        given = model.forecast(y=known, h=horizons)["mean"]
    except (ValueError, IndexError, ZeroDivisionError, FloatingPointError):
        return None
    return given if np.isfinite(given).all() else None
