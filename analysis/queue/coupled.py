"""Chance that two simulations share, so that what differs between them is what differs in their levers."""

import numpy as np
from numpy.typing import ArrayLike

from analysis.queue.flows import Cases


class Coupled:
    """Stands in for a generator: each number is its mean, rounded up or down by chance so that it is kept.

    As many uniform numbers are drawn whatever the rates, so the same month of the same draw is rounded alike
    under all levers (common random numbers, Kahn and Marshall 1953). The spread of who comes and leaves is
    not in it; that of rates that differ by draw is.
    """

    def __init__(self, seed: int) -> None:
        self._uniform = np.random.default_rng(seed).random

    def binomial(self, n: Cases, p: ArrayLike) -> Cases:
        """The mean of a binomial number, rounded: never more than ``n``."""
        return self._rounded(np.asarray(n * np.asarray(p, float)))

    def poisson(self, lam: ArrayLike, size: tuple[int, ...]) -> Cases:
        """The mean of a Poisson number, rounded."""
        return self._rounded(np.broadcast_to(np.asarray(lam, float), size))

    def _rounded(self, mean: np.ndarray) -> Cases:
        return np.floor(mean + self._uniform(mean.shape)).astype(np.int64)
