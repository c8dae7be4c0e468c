"""The periods that charts over time may begin with, and the months that may be compared."""

from datetime import date, timedelta
from functools import lru_cache

from dashboards.status import Status

YEARS_BACK = {"since_start": None, "five_years": 5, "two_years": 2, "one_year": 1}


def first_month(status: Status, period: str) -> date:
    """The first month of a period that ends at `as_of`; the first month there is for the longest."""
    first = status.first_month_on or status.as_of.replace(day=1)
    years = YEARS_BACK[period]
    if years is None:
        return first
    return max(first, status.as_of.replace(day=1, year=status.as_of.year - years))


# The year whose same month is compared with, where the data go back so far.
BASE_YEAR = 2020


def months(status: Status) -> list[str]:
    """Every whole month of which all cases are known, latest first, as `2020-06`; the first one at least."""
    last = last_whole_month(status)
    return list(_months(min(status.first_month_on or last, last), last))


@lru_cache(maxsize=16)  # every run of a page asks for them several times
def _months(first: date, last: date) -> tuple[str, ...]:
    found = []
    while last >= first:
        found.append(f"{last:%Y-%m}")
        last = (last - timedelta(days=1)).replace(day=1)
    return tuple(found)


def last_whole_month(status: Status) -> date:
    """First day of the last month that the data hold to its end."""
    tomorrow = status.as_of + timedelta(days=1)
    return (tomorrow.replace(day=1) - timedelta(days=1)).replace(day=1)


def month_compared(status: Status, month: str) -> str:
    """The same month of 2020; of the first year that has it, where 2020 does not; else the first month."""
    known = months(status)
    same = [one for one in known if one[-2:] == month[-2:] and one < month]
    of_2020 = f"{BASE_YEAR}-{month[-2:]}"
    return of_2020 if of_2020 in same else (same or known)[-1]


def months_before(status: Status) -> list[str]:
    """Months half a year back or more that have a month before them, latest first, as `2020-06`."""
    return months(status)[6:-1]


def three_years_before(status: Status) -> str:
    """The month three years before the last whole one; the first that is offered where there is none."""
    last = last_whole_month(status)
    wanted, known = f"{last.year - 3}-{last.month:02d}", months_before(status)
    return wanted if wanted in known else (known or [""])[-1]


def day_of(month: str) -> date:
    """First day of a month given as `2020-06`."""
    return date.fromisoformat(f"{month}-01")
