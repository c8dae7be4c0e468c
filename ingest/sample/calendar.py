"""Days as numbers since 1970-01-01, months of the sample, working days."""

from datetime import date, timedelta

import numpy as np

EPOCH = date(1970, 1, 1)
NEVER = 100_000  # a day nobody reaches: stands for an empty end
MONTH_DAYS = 30.4375


def day(iso: str) -> int:
    """The number of an ISO date."""
    return (date.fromisoformat(iso) - EPOCH).days


def iso(number: int) -> str:
    """The ISO date of a day number."""
    return (EPOCH + timedelta(days=int(number))).isoformat()


def month_starts(first: str, last: str) -> np.ndarray:
    """First days of the months from ``first`` to ``last`` (``YYYY-MM``), both included."""
    months = np.arange(np.datetime64(first, "M"), np.datetime64(last, "M") + 1)
    return months.astype("datetime64[D]").astype(np.int64)


def working_day_from(days: np.ndarray) -> np.ndarray:
    """Each day, a Saturday or Sunday moved to the Monday after it."""
    weekday = (days + 3) % 7
    return days + np.where(weekday > 4, 7 - weekday, 0)


def working_day_until(days: np.ndarray) -> np.ndarray:
    """Each day, a Saturday or Sunday moved to the Friday before it."""
    weekday = (days + 3) % 7
    return days - np.where(weekday > 4, weekday - 4, 0)


def drawn_working_days(rng: np.random.Generator, month_start: np.ndarray) -> np.ndarray:
    """One random working day within each given month."""
    months = (month_start.astype("datetime64[D]")).astype("datetime64[M]")
    month_end = (months + 1).astype("datetime64[D]").astype(np.int64) - 1
    first = working_day_from(month_start)
    drawn = first + (rng.random(len(month_start)) * (month_end - first + 1)).astype(np.int64)
    moved = working_day_from(drawn)
    return np.where(moved > month_end, working_day_until(drawn), moved)
