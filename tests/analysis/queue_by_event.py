"""The same waiting list case by case: each case is a row of its own with its own chances. Slow, and plain."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random


@dataclass
class Office:
    """One cell: the month in which each waiting case came (negative: before), and how many are carried."""

    waiting: list[int]
    carried: int
    waited: list[int] = field(default_factory=list)  # whole months, of each case that started


def poisson(mean: float, chance: Random) -> int:
    """How many come in a month in which they come one by one, at any moment."""
    count, at = 0, chance.expovariate(mean) if mean else 2.0
    while at < 1:
        count, at = count + 1, at + chance.expovariate(mean)
    return count


def run(
    office: Office,
    received: float,
    left_share: float,
    unserved_share: float,
    places: Sequence[int],
    chance: Random,
) -> list[tuple[int, int]]:
    """Month by month who waits and who is carried; ``places``: how many officers can carry in each month."""
    found = []
    for month, most in enumerate(places):
        office.carried -= sum(chance.random() < left_share for _ in range(office.carried))
        office.waiting = [came for came in office.waiting if chance.random() >= unserved_share]
        office.waiting += [month] * poisson(received, chance)
        while office.waiting and office.carried < most:
            first = min(office.waiting)
            office.waiting.remove(first)
            office.waited.append(month - first)
            office.carried += 1
        found.append((len(office.waiting), office.carried))
    return found
