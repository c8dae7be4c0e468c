"""How good forecasts were: scaled error, pinball loss and how many of the months lay in the bands."""

import numpy as np

# Of the pinball loss: the ends of the bands, and the point as the middle.
SHARES = (0.025, 0.1, 0.5, 0.9, 0.975)


def mean_known(values: np.ndarray, axis: int) -> np.ndarray:
    """The mean of what is known; nan where nothing is."""
    known = np.isfinite(values)
    count = known.sum(axis=axis)
    sums = np.where(known, values, 0.0).sum(axis=axis)
    return np.divide(sums, count, out=np.full(sums.shape, np.nan), where=count > 0)


def pinball(came: np.ndarray, point: np.ndarray, bands: np.ndarray) -> np.ndarray:
    """The mean pinball loss of the bands and the point, in the unit of what came.

    Args:
        came, point: any shape.
        bands: low of 95, low of 80, high of 80, high of 95 %, shape (4, ...).

    The mean over the shares 2.5, 10, 50, 90 and 97.5 %; twice it is about the continuous ranked probability
    score. Source: T. Gneiting and A. E. Raftery, Strictly proper scoring rules, JASA 102 (2007).
    """
    told = (bands[0], bands[1], point, bands[2], bands[3])
    losses = [
        np.maximum(share * (came - bound), (share - 1) * (came - bound))
        for share, bound in zip(SHARES, told, strict=True)
    ]
    return np.mean(losses, axis=0)


def held(came: np.ndarray, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """100 where what came lies in the band (its ends count), 0 where not, nan where there is no band."""
    inside = (came >= low - 1e-9) & (came <= high + 1e-9)
    return np.where(np.isfinite(low) & np.isfinite(high) & np.isfinite(came), 100.0 * inside, np.nan)
