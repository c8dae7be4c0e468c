"""How good forecasts were: scaled error, pinball loss and how many of the months lay in the bands."""

import numpy as np

SHARES = (0.025, 0.1, 0.5, 0.9, 0.975)


def mean_known(values: np.ndarray, axis: int | tuple[int, ...]) -> np.ndarray:
    """The mean of what is known; nan where nothing is."""
    known = np.isfinite(values)
    count = known.sum(axis=axis)
    sums = np.where(known, values, 0.0).sum(axis=axis)
    return np.divide(sums, count, out=np.full(sums.shape, np.nan), where=count > 0)


def pinball(came: np.ndarray, point: np.ndarray, half: np.ndarray) -> np.ndarray:
    """The mean pinball loss of the bands and the point, in the unit of what came.

    Args:
        came, point: any shape.
        half: half the widths of the 80 and the 95 % band, shape (2, ...).

    The mean over the shares 2.5, 10, 50, 90 and 97.5 %; twice it is about the continuous ranked probability
    score. Source: T. Gneiting and A. E. Raftery, Strictly proper scoring rules, JASA 102 (2007).
    """
    bounds = (point - half[1], point - half[0], point, point + half[0], point + half[1])
    losses = [
        np.maximum(share * (came - bound), (share - 1) * (came - bound))
        for share, bound in zip(SHARES, (np.maximum(bound, 0) for bound in bounds), strict=True)
    ]
    return np.mean(losses, axis=0)


def held(came: np.ndarray, point: np.ndarray, half: np.ndarray) -> np.ndarray:
    """100 where what came lies in the band (its ends count), 0 where not, nan where there is no band."""
    inside = np.abs(came - point) <= half + 1e-9
    return np.where(np.isfinite(half) & np.isfinite(came), 100.0 * inside, np.nan)
