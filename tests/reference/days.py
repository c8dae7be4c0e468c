"""Days, months of a case, calendar months and ISO weeks."""

import calendar
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Day = dt.date
ONE_DAY = dt.timedelta(days=1)


def add_months(day: Day, months: int) -> Day:
    """The same day of the month so many calendar months later; the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_since(clock_on: Day, day: Day) -> int:
    """The month of a case on ``day``: month m begins m calendar months after ``clock_on``; at least 0."""
    # Begins well below the answer and walks up to it, so that month ends need no rule of their own.
    month = max(0, (day.year - clock_on.year) * 12 + day.month - clock_on.month - 2)
    while add_months(clock_on, month + 1) <= day:
        month += 1
    return month


def runs(valid_from: Day, valid_to: Day | None, day: Day) -> bool:
    """Whether a half-open period runs on ``day``; without an end it still does."""
    return valid_from <= day and (valid_to is None or day < valid_to)


def days_from(first: Day, end: Day) -> Iterator[Day]:
    """Every day from ``first`` until the day before ``end``."""
    for number in range((end - first).days):
        yield first + number * ONE_DAY


def month_start(day: Day) -> Day:
    """First day of the calendar month."""
    return day.replace(day=1)


def week_start(day: Day) -> Day:
    """Monday of the ISO week."""
    return day - dt.timedelta(days=day.isoweekday() - 1)


@dataclass(frozen=True)
class Grain:
    """A kind of period: its column, the first day of the one a day lies in, the first day of the next.

    No day before ``first`` exists.
    """

    column: str
    start: Callable[[Day], Day]
    next_start: Callable[[Day], Day]
    first: Day = Day.min

    def last_day(self, start: Day, as_of: Day) -> Day:
        """Last day of the period that exists: its own or ``as_of``."""
        return min(self.next_start(start) - ONE_DAY, as_of)

    def days(self, start: Day, as_of: Day) -> int:
        """Number of days of the period that exist."""
        return (self.last_day(start, as_of) - max(start, self.first)).days + 1

    def starts(self, first: Day, as_of: Day) -> Iterator[Day]:
        """Every period from the one of ``first`` to the one of ``as_of``, by its first day."""
        start = self.start(first)
        while start <= as_of:
            yield start
            start = self.next_start(start)


MONTHS = Grain("month_start_on", month_start, lambda start: add_months(start, 1))
WEEKS = Grain("week_start_on", week_start, lambda start: start + 7 * ONE_DAY)
