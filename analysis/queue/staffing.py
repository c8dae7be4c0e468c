"""Staff who come: where they go, and what they carry at first."""

from collections.abc import Sequence

import numpy as np

from analysis.queue.flows import Numbers, Start


def newcomers(
    fte: Numbers,
    months: int,
    first_month: int,
    *,
    end_month: int | None = None,
    shares: Sequence[float] = (),
) -> Numbers:
    """FTE by month as they count, (months, cells), for ``fte`` (cells,) who come in ``first_month`` (0: now).

    ``shares`` (0..1): what of a full post they carry in each of their first months; in full after these.
    ``end_month`` is the first month without them; None: they stay.
    """
    counted = np.ones(months)
    counted[: len(shares)] = list(shares)[:months]
    of_month = np.zeros(months)
    of_month[first_month:] = counted[: max(months - first_month, 0)]
    if end_month is not None:
        of_month[end_month:] = 0
    return of_month[:, None] * fte


def spread_fte(fte: float, start: Start, available_fte: Numbers) -> Numbers:
    """More staff go where cases wait, fewer come from where staff are (cells,); all of them go somewhere."""
    waiting = start.waiting_cases.sum(axis=1)
    shares = waiting if fte > 0 and waiting.sum() else available_fte
    return fte * shares / shares.sum()
