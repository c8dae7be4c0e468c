"""What the page Pressure and cover says of officers, in numbers: pure functions on counts of people."""

from datetime import date, timedelta

import polars as pl


def last_whole_month(as_of: date) -> date:
    """The first day of the last month of which every day is known."""
    after = as_of + timedelta(days=1)
    return (after.replace(day=1) - timedelta(days=1)).replace(day=1)


def running_month(as_of: date) -> date | None:
    """The first day of the month that `as_of` cuts; None where it is the last day of its month."""
    month = as_of.replace(day=1)
    return None if month == last_whole_month(as_of) else month


def year_before(month: date) -> date:
    """The same month a year earlier."""
    return month.replace(year=month.year - 1)


def beside_reading(rows: pl.DataFrame, pct: float, cases: float) -> dict[str, int]:
    """How far the count of cases and the weighted workload of the same people agree.

    ``rows``: ``cases_above``, ``pct_above`` (null below the lowest threshold), ``people``. ``over`` are
    above ``pct``, ``few`` of them at or below ``cases``; ``many`` are above ``cases``, ``room`` of them at or
    below ``pct``.
    """
    is_over = pl.col("pct_above").fill_null(float("-inf")) >= pct
    is_many = pl.col("cases_above").fill_null(float("-inf")) >= cases
    wanted = {"over": is_over, "few": is_over & ~is_many, "many": is_many, "room": is_many & ~is_over}
    return {name: int(rows.filter(which)["people"].sum() or 0) for name, which in wanted.items()}
