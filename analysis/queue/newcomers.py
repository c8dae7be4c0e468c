"""Staff who come, and who carry less at first."""

from collections.abc import Sequence

import numpy as np

from analysis.queue.flows import Numbers


def newcomers(
    fte: Numbers,
    months: int,
    first_month: int,
    *,
    end_month: int | None = None,
    shares: Sequence[float] = (),
) -> Numbers:
    """FTE by month as they count, (months, cells), for ``fte`` (cells,) who come in ``first_month`` (0 = first).

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
