"""Waiting lists as rows of dates, one per case: what NHSRwaitinglist 0.1.2 counts of them, person by person.

A row is the day of referral and the day of removal, None while waiting. Only a check: the product has counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean, stdev

Row = tuple[date, date | None]


def sizes(rows: Sequence[Row], first: date, last: date) -> list[int]:
    """How many wait at the end of each day; who is removed on a day waits no more on that day."""
    days = [first + timedelta(days=day) for day in range((last - first).days + 1)]
    return [sum(came <= day and not (gone and gone <= day) for came, gone in rows) for day in days]


def scheduled(rows: Sequence[Row], slots: Sequence[date]) -> tuple[list[Row], list[int]]:
    """Open rows served by the slots, first come first served, and which slots were used.

    A slot serves only who was referred on a day before it, and is lost where nobody was.
    """
    found, used = sorted(rows, key=lambda row: row[0]), []
    for slot in sorted(slots):
        place = next((i for i, (came, gone) in enumerate(found) if gone is None and came < slot), None)
        if place is not None:
            found[place] = (found[place][0], slot)
        used.append(int(place is not None))
    return found, used


def slots(days: int, daily_capacity: float) -> list[int]:
    """Evenly spread slots, as days after the first."""
    return [math.ceil(number / daily_capacity) for number in range(int((days - 1) * daily_capacity) + 1)]


@dataclass(frozen=True)
class Intervals:
    """Days between one and the next: how many there are a day, and their spread over their mean."""

    days: list[int]

    @property
    def daily(self) -> float:
        return 1 / mean(self.days) if self.days else math.nan

    @property
    def spread(self) -> float:
        return stdev(self.days) / mean(self.days) if len(self.days) > 1 else 0.0


def referral_intervals(rows: Sequence[Row]) -> Intervals:
    """Between referrals, the first and the last day included as if they were one."""
    days = sorted(came for came, _ in rows)
    days = [days[0], *days, days[-1]]
    return Intervals([(later - sooner).days for sooner, later in pairwise(days)])


def removal_intervals(rows: Sequence[Row]) -> Intervals:
    """Between removals, from the first referral on; days on which nobody waits begin an interval anew.

    As the source has it: one that empties the list takes no time.
    """
    first, last = min(came for came, _ in rows), max(came for came, _ in rows)
    removed = sorted(gone for _, gone in rows if gone)
    counted = sizes(rows, first, last)
    empty = {first + timedelta(days=day) for day, size in enumerate(counted) if size == 0}
    # On a day that ends with nobody waiting, the interval of its own removal begins.
    events = sorted([(day, False) for day in empty] + [(day, True) for day in removed])
    found, before = [], first
    for day, is_removal in events:
        if is_removal:
            found.append((day - before).days)
        before = day
    return Intervals(found)


def mean_wait_days(rows: Sequence[Row], on: date) -> float:
    """How long those who wait have waited, on average."""
    return mean((on - came).days for came, gone in rows if gone is None or gone > on)


def pressure(mean_wait: float, target_wait: float) -> float:
    """Twice the mean wait over the target, both in one unit (Fong et al. 2022)."""
    return 2 * mean_wait / target_wait
