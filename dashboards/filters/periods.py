"""The periods that charts over time may begin with."""

from datetime import date

from dashboards.status import Status

YEARS_BACK = {"since_start": None, "five_years": 5, "two_years": 2, "one_year": 1}


def first_month(status: Status, period: str) -> date:
    """The first month of a period that ends at `as_of`; the first month there is for the longest."""
    first = status.first_month_on or status.as_of.replace(day=1)
    years = YEARS_BACK[period]
    if years is None:
        return first
    return max(first, status.as_of.replace(day=1, year=status.as_of.year - years))
