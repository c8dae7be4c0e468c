"""Work and capacity per office and service line over stretches of days up to as_of."""

from collections import defaultdict
from decimal import Decimal

from tests.reference.averages import Daily, Key, Mart, with_pct
from tests.reference.days import ONE_DAY, Day, add_months, month_start
from tests.reference.offices import line_days
from tests.reference.world import World

WEEKS_28 = 27 * ONE_DAY
Window = tuple[Day, Day]


def four_weeks(as_of: Day) -> Window:
    """First and last of the 28 days up to as_of."""
    return as_of - WEEKS_28, as_of


def windows(as_of: Day) -> dict[str, Window]:
    """First and last day of every window by its name."""
    month = month_start(as_of)
    return {
        "today": (as_of, as_of),
        "four_weeks": four_weeks(as_of),
        "four_weeks_before": four_weeks(as_of - 28 * ONE_DAY),
        "four_weeks_year_ago": four_weeks(as_of - 364 * ONE_DAY),
        "month": (month, as_of),
        "month_before": (add_months(month, -1), month - ONE_DAY),
    }


def means_within(daily: Daily, window: Window) -> Mart:
    """One row per key: ``<measure>_avg``, the mean over all days of the window."""
    first, last = window
    days = (last - first).days + 1
    sums: dict[Key, dict[str, Decimal]] = defaultdict(daily.nothing)
    for (key, day), figures in daily.figures.items():
        if first <= day <= last:
            for measure, amount in figures.items():
                sums[key][measure] += amount
    return {
        key: {"days": days} | {f"{measure}_avg": total / days for measure, total in totals.items()}
        for key, totals in sums.items()
    }


def office_line_windows(world: World) -> Mart:
    """fct_office_line_windows, keyed by office, service line, scheme, window."""
    daily, mart = line_days(world), {}
    for name, window in windows(world.as_of).items():
        bounds = {"window_start_on": window[0], "window_end_on": window[1]}
        for key, row in means_within(daily, window).items():
            mart[*key, name] = bounds | row
    return with_pct(mart)
