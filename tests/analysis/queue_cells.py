"""Small waiting lists for tests: rates by which nothing is left to chance, and such that are drawn."""

import numpy as np

from analysis.queue import Levers, Queue, Rates, Start, simulated

BINS = 6


def start(waiting: list[int], carried: list[int], bins: int = BINS) -> Start:
    """Cells whose waiting cases have all just come."""
    by_month = np.zeros((len(waiting), bins), np.int64)
    by_month[:, 0] = waiting
    return Start(by_month, np.array(carried))


def rates(received: float, left: float = 0, unserved: float = 0, cells: int = 1) -> Rates:
    """A case is one unit of work and a post gives ten: it carries ten cases at 100 %."""
    ones = np.ones(cells)
    return Rates(received * ones, left * ones, unserved * ones, ones, 10 * ones)


def levers(fte: list[float], limit_pct: float = 100, **more: object) -> Levers:
    """One cell with its staff by month."""
    return Levers(np.array(fte, float)[:, None], np.array([limit_pct]), **more)


class NoChance:
    """Every draw is its mean: what a reader redoes by hand."""

    def binomial(self, n, p):
        mean = n * p
        assert np.allclose(mean, np.rint(mean)), "choose rates by which whole cases leave"
        return np.rint(mean).astype(np.int64) + np.zeros_like(n)

    def poisson(self, lam, size):
        return np.broadcast_to(np.rint(lam).astype(np.int64), size)


def by_hand(start: Start, rates: Rates, levers: Levers) -> Queue:
    """The simulation without chance, one draw."""
    return simulated(start, rates, levers, NoChance())


def series(queue: Queue, name: str, cell: int = 0) -> list:
    """One cell of the first draw by month."""
    return getattr(queue, name)[0, :, cell].tolist()
