"""A waiting list on paper: formulas that a reader can redo by hand, each for one moment or one rate.

Demand and capacity are cases per unit of time, a wait is in that unit, a queue in cases. Source, unless said
otherwise: Fong et al. 2022, doi 10.1101/2022.08.23.22279117, as in NHSRwaitinglist 0.1.2.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
WEEKS_A_MONTH = 52 / 12


def load(demand: ArrayLike, capacity: ArrayLike) -> Numbers:
    """What comes for each that can be served; above 1 the list keeps growing."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.divide(demand, capacity, dtype=float)


def target_queue(demand: ArrayLike, target_wait: ArrayLike, factor: ArrayLike = 1) -> Numbers:
    """How many may wait: demand x target / factor (Little 1961: cases waiting = rate x mean wait).

    ``factor``: how many times the mean wait fits into the target; 1 where the target is itself a mean. With
    exponential waits, a factor of 4 leaves exp(-4) = 1.8 % above the target.
    """
    return np.asarray(demand, float) * target_wait / np.asarray(factor, float)


def relief_capacity(demand: ArrayLike, queue: ArrayLike, target: ArrayLike, periods: ArrayLike) -> Numbers:
    """What must be served per period to reach the target queue: demand + (queue - target queue) / periods.

    For fewer than none, 0: a list below its target needs nothing served.
    """
    return np.maximum(
        np.asarray(demand, float) + (np.asarray(queue, float) - target) / np.asarray(periods, float), 0
    )


def target_capacity(
    demand: ArrayLike,
    target_wait: ArrayLike,
    factor: ArrayLike = 1,
    cv_demand: ArrayLike = 1,
    cv_capacity: ArrayLike = 1,
) -> Numbers:
    """What must be served per period once the backlog is gone: demand and a margin for chance.

    demand + (cv_demand^2 + cv_capacity^2) / 2 x factor / target, ``cv`` the standard deviation over the mean
    of the times between two arrivals, and between two served (Kingman 1961, in heavy traffic).
    """
    spread = (np.square(cv_demand) + np.square(cv_capacity)) / 2
    return np.asarray(demand, float) + spread * np.asarray(factor, float) / target_wait
