"""How soon what came in is answered, with what has no answer yet counted as far as it has waited.

Kaplan and Meier's estimate (1958), by ``analysis.survival``; limits on the scale of the complementary
logarithm, as Kalbfleisch and Prentice (1980), from the variances of the infinitesimal jackknife.
"""

from collections.abc import Sequence

import numpy as np
import polars as pl

from analysis.intervals import normal_quantile
from analysis.survival import occupancy, variances

_OPEN, _ANSWERED = "open", "answered"


def answered_within(pieces: pl.DataFrame, days: Sequence[int], confidence: float = 0.95) -> pl.DataFrame:
    """One row per number of days: ``within_days``, ``answered_pct`` with ``lower_pct`` and ``upper_pct``.

    ``pieces``: ``wait_days`` (0 or more), ``is_answered``, ``count``. A number of days longer than anything
    still waiting, and than the longest wait for an answer, is known no further than that longest one. Null
    where nothing has been answered at all, limits also where the share is 0 or 1.
    """
    spells = _spells(pieces)
    if spells["next_state"].null_count() == spells.height:
        return _unknown(days)
    found = occupancy(spells, (_OPEN, _ANSWERED))
    spread = np.sqrt(variances(spells, found)[:, 1])
    places = np.searchsorted(found.ages, np.asarray(days, float) + 1, side="right") - 1
    known = places >= 0
    share = np.where(known, found.shares[np.maximum(places, 0), 1], 0.0)
    deviation = np.where(known, spread[np.maximum(places, 0)], 0.0)
    lower, upper = _limits(share, deviation, confidence)
    return pl.DataFrame(
        {
            "within_days": list(days),
            "answered_pct": 100 * share,
            "lower_pct": pl.Series(100 * lower).fill_nan(None),
            "upper_pct": pl.Series(100 * upper).fill_nan(None),
        }
    )


def half_answered_after(pieces: pl.DataFrame) -> int | None:
    """After how many days half is answered; None where half never is, as far as is known."""
    spells = _spells(pieces)
    if spells["next_state"].null_count() == spells.height:
        return None
    found = occupancy(spells, (_OPEN, _ANSWERED))
    reached = np.flatnonzero(found.shares[:, 1] >= 0.5 - 1e-12)
    return int(found.ages[reached[0]]) - 1 if reached.size else None


def _spells(pieces: pl.DataFrame) -> pl.DataFrame:
    """A spell per piece. Days are counted from 1, so that what is answered at once has a spell too."""
    every = pieces.select(pl.all().repeat_by("count").explode()).with_row_index("subject")
    return every.select(
        "subject",
        state=pl.lit(_OPEN),
        from_age=pl.lit(0),
        to_age=pl.col("wait_days") + 1,
        next_state=pl.when("is_answered").then(pl.lit(_ANSWERED)),
    )


def _limits(share: np.ndarray, deviation: np.ndarray, confidence: float) -> tuple[np.ndarray, np.ndarray]:
    still_open = 1 - share
    inside = (still_open > 0) & (still_open < 1)
    safe = np.where(inside, still_open, 0.5)
    reach = normal_quantile(confidence) * deviation / (safe * np.abs(np.log(safe)))
    ends = [1 - safe ** np.exp(sign * reach) for sign in (-1, 1)]
    return tuple(np.where(inside, end, np.nan) for end in ends)


def _unknown(days: Sequence[int]) -> pl.DataFrame:
    columns = dict.fromkeys(("answered_pct", "lower_pct", "upper_pct"), pl.Float64)
    rows = [(one, None, None, None) for one in days]
    return pl.DataFrame(rows, schema={"within_days": pl.Int64} | columns, orient="row")
