"""Those who wait, counted by whole months waited; the last bin holds all who waited that long or longer.

Arrays end in the axis of the bins. Cases are whole numbers, and none is lost or made.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Cases = NDArray[np.int64]


def a_month_later(waiting: Cases) -> Cases:
    """Everybody has waited a month more; nobody has come yet."""
    older = np.zeros_like(waiting)
    older[..., 1:] = waiting[..., :-1]
    older[..., -1] += waiting[..., -1]
    return older


def without_longest(waiting: Cases, served: Cases) -> Cases:
    """What is left when ``served`` are taken, longest waits first; as many as wait at most."""
    up_to = np.cumsum(waiting, axis=-1, dtype=waiting.dtype)
    most = np.maximum(up_to[..., -1] - served, 0).astype(waiting.dtype)
    kept = np.minimum(up_to, most[..., None])
    return np.diff(kept, axis=-1, prepend=kept.dtype.type(0))


def without_spread(waiting: Cases, gone: Cases) -> Cases:
    """What is left when ``gone`` leave that are spread over the bins as those who wait are."""
    up_to = np.cumsum(waiting, axis=-1, dtype=waiting.dtype)
    every = up_to[..., -1]
    # Rounded in the sum and not by bin: whole cases, as many as are gone, of no bin more than it holds.
    share = (every - gone) / np.maximum(every, 1)
    kept = np.floor(up_to * share[..., None] + 1e-9).astype(waiting.dtype)
    return np.diff(kept, axis=-1, prepend=kept.dtype.type(0))


def months_waited(waiting: ArrayLike, share: float) -> NDArray[np.float64]:
    """The months within which a ``share`` of all has waited, linear inside a bin; NaN where nobody waits.

    Source: the histogram percentile of NHSRtt 0.4.1 (Bristol, North Somerset and South Gloucestershire ICB).
    """
    cases = np.asarray(waiting, float)
    up_to = np.cumsum(cases, axis=-1)
    wanted = share * up_to[..., -1:]
    place = np.argmax(up_to >= wanted - 1e-12 * up_to[..., -1:], axis=-1)[..., None]
    inside, before = (np.take_along_axis(of, place, -1) for of in (cases, up_to - cases))
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(inside > 0, (wanted - before) / inside, 0)
    return np.where(up_to[..., -1] > 0, (place + part)[..., 0], np.nan)
