"""What the figures of the page Backlog say, in numbers: pure functions, frame -> dict."""

from datetime import date, timedelta

import polars as pl


def backlog_reading(now: pl.DataFrame) -> dict:
    """Cases waiting and uncovered on the last day, and in how many offices.

    ``now``: ``part_id``, ``waiting_cases``, ``uncovered_cases``, one row per office and kind.
    """
    offices = now.group_by("part_id").agg(
        waiting=pl.col("waiting_cases").sum(), uncovered=pl.col("uncovered_cases").sum()
    )
    return {
        "waiting": int(now["waiting_cases"].sum() or 0),
        "uncovered": int(now["uncovered_cases"].sum() or 0),
        "waiting_offices": offices.filter(pl.col("waiting") > 0).height,
        "uncovered_offices": offices.filter(pl.col("uncovered") > 0).height,
    }


def pace_reading(weeks: pl.DataFrame, quarter_weeks: int) -> dict:
    """Where the waiting list stands and went: now and a quarter before, its peak and weeks to clear.

    ``weeks``: ``counted_on``, ``waiting_cases``, ``uncovered_cases``, ``weeks_to_clear``, in order of time.
    Amounts are None where the weeks do not reach back that far.
    """
    waiting = weeks["waiting_cases"].to_list()
    peak = max(range(len(waiting)), key=lambda place: waiting[place])
    return {
        "now": waiting[-1],
        "quarter_before": waiting[-1 - quarter_weeks] if len(waiting) > quarter_weeks else None,
        "peak": waiting[peak],
        "peak_on": weeks["counted_on"][peak],
        "uncovered": weeks["uncovered_cases"][-1],
        "weeks_to_clear": weeks["weeks_to_clear"][-1],
    }


def flow_reading(months: pl.DataFrame, as_of) -> dict:
    """What came in, started and ended over the last twelve whole months, and the clearance of their sums.

    ``months``: ``month_start_on`` and, up to each month, ``received_cases_12_months``, ``started_...``,
    ``ended_...`` and ``clearance_12_months_pct``. The running month counts only when ``as_of`` is its last
    day. ``clearance_pct`` is None where nothing came in.
    """
    whole = months.filter(~partial_months(months, as_of)).sort("month_start_on").tail(12)
    last = whole.row(-1, named=True) if whole.height else {}
    sums = {name: last.get(f"{name}_cases_12_months") or 0 for name in ("received", "started", "ended")}
    return sums | {
        "months": whole.height,
        "first": whole["month_start_on"].min(),
        "last": whole["month_start_on"].max(),
        "clearance_pct": last.get("clearance_12_months_pct"),
    }


def partial_months(months: pl.DataFrame, as_of) -> pl.Series:
    """True for a month that ``as_of`` cuts: its sums cover days so far, not the month."""
    return months.select(pl.col("month_start_on").dt.month_end() >= as_of + timedelta(days=1)).to_series()


def is_month_end(day: date) -> bool:
    """Whether the data of a month that run to this day are the whole month."""
    return (day + timedelta(days=1)).day == 1
