"""Stock and flow by time waited as NHSRtt 0.4.1 has it: a share of each bin is served. Only a check."""

from collections.abc import Callable, Sequence

import numpy as np

from analysis.queue.by_wait import months_waited

Bins = np.ndarray


def inflow(referrals: float, waiting: Bins) -> Bins:
    """Who is in each bin before anybody leaves: a month older, the last bin open-ended."""
    found = np.concatenate([[referrals], waiting[:-1]])
    found[-1] += waiting[-1]
    return found


def calibrated(referrals: Sequence[float], waiting: Bins, treated: Bins) -> tuple[Bins, Bins]:
    """Shares that leave unserved and that are served, by bin: means over the periods after the first."""
    came = np.array([inflow(new, before) for new, before in zip(referrals[1:], waiting, strict=False)])
    unserved = came - treated[1:] - waiting[1:]
    return (unserved / came).mean(axis=0), (treated[1:] / came).mean(axis=0)


def spread_evenly(remaining: Bins) -> Bins:
    """Bins below nothing brought to nothing, at the cost of all others alike."""
    found = np.asarray(remaining, float)
    while (found < 0).any():
        lacking, found = -found[found < 0].sum(), np.maximum(found, 0)
        has_some = found > 0
        found[has_some] -= lacking / has_some.sum()
    return found


def longest_first(remaining: Bins) -> Bins:
    """Bins below nothing brought to nothing, at the cost of those who waited longest."""
    found = np.asarray(remaining, float)
    lacking, found = -found[found < 0].sum(), np.maximum(found, 0)
    for place in reversed(range(found.size)):
        taken = min(lacking, found[place])
        found[place] -= taken
        lacking -= taken
    return found


def projected(
    capacity: Sequence[float], referrals: Sequence[float], waiting: Bins, renege: Bins, served: Bins
) -> tuple[Bins, Bins, Bins]:
    """Treatments, reneges and those who wait, by period and bin."""
    rows = []
    for most, new in zip(capacity, referrals, strict=True):
        came = inflow(new, np.asarray(waiting, float))
        treated = np.asarray(served) * came
        treated *= most / treated.sum()
        gone = np.asarray(renege) * came
        waiting = spread_evenly(came - treated - gone)
        rows.append((came - gone - waiting, gone, waiting))
    return tuple(np.array(one) for one in zip(*rows, strict=True))


def balance(referrals: float, renege: Sequence[float], service: Sequence[float]) -> tuple[Bins, Bins]:
    """Who waits and who is served in each bin when every month is like the one before."""
    waiting, served, there = [], [], referrals
    for share, most in zip(renege, service, strict=True):
        stays = there * (1 - share)
        served.append(min(most, stays))
        there = stays - served[-1]
        waiting.append(there)
    return np.array(waiting), np.array(served)


def geometric(share: float, bins: int, longest: int | None = None) -> Bins:
    """Probability of each bin, the tail in the last; cut at ``longest`` months where given."""
    profile = (1 - share) * share ** np.arange(bins)
    end = 0.0 if longest is None else share ** (longest + 1)
    profile[-1] = share ** (bins - 1) - end
    return profile


def halved(first: float, last: float, sign: Callable[[float], float], most: int) -> tuple[float, int, bool]:
    """The middle at which ``sign`` is 0, by halving; how many tries, and whether it was found."""
    for tries in range(1, most + 1):
        middle = (first + last) / 2
        way = sign(middle)
        if way == 0:
            return middle, tries, True
        first, last = (middle, last) if way > 0 else (first, middle)
    return middle, most, False


def steady(
    referrals: float,
    renege: Sequence[float],
    first_bin: float,
    target: float,
    percentile: float,
    tolerance: float = 0.001,
    most: int = 15,
) -> dict:
    """The geometric profile of service under which a percentile of the list has waited ``target`` months."""

    def found(share: float) -> tuple[Bins, Bins]:
        return balance(referrals, renege, first_bin / (1 - share) * geometric(share, len(renege), 24))

    def sign(share: float) -> float:
        off = float(months_waited(found(share)[0], percentile)) - target
        return 0 if abs(off) < tolerance else off

    share, tries, is_found = halved(0.1, 0.85, sign, most)
    waiting, served = found(share)
    return {
        "p1": share,
        "time_p": float(months_waited(waiting, percentile)),
        "mu": served.sum(),
        "wlsize": waiting.sum(),
        "n": tries,
        "status": "Converged" if is_found else "Not converged",
    }


def steady_with_reneges(
    referrals: float, renege: Sequence[float], target_share: float, target: float, percentile: float
) -> dict:
    """The same, with the service of the first bin under which a share of all who come is never served."""
    solved = {}

    def sign(first_bin: float) -> float:
        solved.update(steady(referrals, renege, first_bin, target, percentile, most=30))
        off = target_share - (referrals - solved["mu"]) / referrals
        return 0 if abs(off) < 0.05 * target_share else -off

    served = referrals * (1 - target_share)
    _, tries, _ = halved(0.2 * served, 0.7 * served, sign, 10)
    return solved | {"outer_iterations": tries}


def skewed(shares: Sequence[float], skew: float, pivot: int | None = None) -> Bins:
    """Shares from the second bin on turned about: the last times ``skew``, the second over it.

    Between them in proportion to the place; with a ``pivot``, bins before it over ``skew``, others times it.
    """
    places = np.arange(len(shares) - 1)
    if pivot is None:
        factors = np.interp(places, [0, places[-1] / 2, places[-1]], [1 / skew, 1, skew])
    else:
        factors = np.where(places < pivot - 1, 1 / skew, skew)
    return np.array([shares[0], *np.array(shares[1:]) * factors])
