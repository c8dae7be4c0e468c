"""Random days that lie on a border more often than not."""

import datetime as dt
from random import Random

from tests.reference.days import MONTHS, ONE_DAY, WEEKS, Day, add_months

LONG_AGO = Day(2000, 1, 1)


class Chance:
    """Draws days and periods around a window that ends on ``as_of``."""

    def __init__(self, random: Random) -> None:
        self.random = random
        # Mostly in mid-month and mid-week; the window always holds 29 February 2024 or its neighbours.
        self.as_of = (
            random.choice(
                (Day(2024, 3, 13), Day(2025, 6, 17), Day(2025, 8, 31), Day(2024, 12, 29), Day(2025, 1, 1))
            )
            + random.choice((0, 0, 1, 2, 5)) * ONE_DAY
        )
        self.first = add_months(self.as_of, -18)
        starts = [*MONTHS.starts(self.first, self.as_of), *WEEKS.starts(self.first, self.as_of)]
        last_days = [start - ONE_DAY for start in starts]
        self.borders = [*starts, *last_days, Day(2024, 2, 29), self.as_of, self.as_of - ONE_DAY, self.first]
        self.policy_days = sorted(self.day(self.first, self.as_of - ONE_DAY) for _ in range(4))
        # New rows on two days in a row: those of the day before are not those of two days before.
        self.policy_days[2] = self.policy_days[1] + ONE_DAY
        self.borders += self.policy_days * 5

    def is_so(self, probability: float) -> bool:
        """True with this probability."""
        return self.random.random() < probability

    def day(self, low: Day, high: Day, near: tuple[Day, ...] = ()) -> Day:
        """A day from ``low`` to ``high``: one of ``near``, a border or any."""
        for wished in (near, self.borders):
            within = [day for day in wished if low <= day <= high]
            if within and self.is_so(0.4):
                return self.random.choice(within)
        return low + self.random.randrange((high - low).days + 1) * ONE_DAY

    def around(self, *days: Day | None) -> tuple[Day, ...]:
        """The days that are given, their neighbours and month ends of a clock that begins on them."""
        known = [day for day in days if day is not None]
        shifts = (0, 0, 0, -1, 1)
        moved = [day + shift * ONE_DAY for day in known for shift in shifts]
        return (*moved, *(add_months(day, months) for day in known for months in (1, 2, 3, 6, 12)))

    def end(self, begins_on: Day, latest: Day, near: tuple[Day, ...] = ()) -> Day | None:
        """The end of a period: none, the same day, or a later one."""
        if self.is_so(0.25):
            return None
        if self.is_so(0.06):
            return begins_on
        return self.day(begins_on, max(begins_on, latest), near)

    def validities(self) -> list[tuple[Day, Day | None]]:
        """Periods of one policy row after another, now and then with a gap, an early end or a late begin."""
        changes = sorted(set(self.random.sample(self.policy_days, self.random.choice((0, 0, 0, 1, 1, 2)))))
        begin = self.policy_days[0] if self.is_so(0.05) and self.policy_days[0] not in changes else LONG_AGO
        changes = [change for change in changes if change > begin]
        if self.is_so(0.25):
            changes.append(self.day(self.as_of + ONE_DAY, self.as_of + 380 * ONE_DAY))
        last = max(begin, self.first, *changes)
        ends = [*changes, self.day(last, max(last, self.as_of)) if self.is_so(0.05) else None]
        periods = list(zip((begin, *changes), ends, strict=True))
        if len(periods) > 1 and self.is_so(0.15):
            periods[0] = (begin, changes[0] - dt.timedelta(days=11))
        if begin != LONG_AGO and periods[0][1] is not None and periods[0][1] < begin:
            periods = periods[1:]
        return periods
