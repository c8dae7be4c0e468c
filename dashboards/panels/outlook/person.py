"""One officer as a whole person: sums over all offices and service lines, whichever are chosen."""

from datetime import date

import polars as pl

from dashboards import queries
from dashboards.queries import outlook_officer as questions
from dashboards.text import t
from dashboards.view import View


def periods(view: View) -> pl.DataFrame:
    """The officer's last whole month, the day as_of and every week ahead: one row each."""
    return questions.person_periods(view.reader, view.choice)


def period(rows: pl.DataFrame, name: str) -> dict | None:
    """The row of the month or of the day; None of a month before these data begin."""
    found = rows.filter(pl.col("period") == name)
    return found.row(0, named=True) if found.height else None


def full_time_units(view: View) -> float | None:
    """What one full-time officer can give under the scheme: policy, which says nothing about this one."""
    return queries.weight_scheme(view.reader, view.choice.weight_scheme)["full_time_capacity"]


def of_full_time_pct(units: float, view: View) -> float | None:
    """Work as a percentage of what a full-time officer can give; None where the scheme does not say it."""
    full_time = full_time_units(view)
    return 100 * units / full_time if full_time else None


def is_unweighed(view: View) -> bool:
    """Whether the officer carries cases and no weight fits any of them: the work is unknown, not nothing."""
    weights = questions.own_cases(view.reader, view.choice)["weight_units_now"]
    return len(weights) > 0 and weights.null_count() == len(weights)


def filters_said(view: View) -> str:
    """The filters in words for what is of a whole person, whichever service line is chosen."""
    return view.choice.said.replace(view.choice.label("service_line"), t("common.all_service_line"), 1)


def officer_weeks(rows: pl.DataFrame, as_of: date) -> pl.DataFrame:
    """The day as_of and week by week: `first_day_on`, `weeks_ahead`, `workload_units_avg`."""
    last, start = pl.lit(as_of), pl.col("period_start_on")
    return (
        rows.filter(pl.col("period") != "month")
        .select(
            first_day_on=pl.when(pl.col("period") == "day")
            .then(last)
            .otherwise(pl.max_horizontal(start, last.dt.offset_by("1d"))),
            weeks_ahead=(start.dt.truncate("1w") - last.dt.truncate("1w")).dt.total_days() // 7,
            is_booked=pl.lit(True),
            workload_units_avg="workload_units",
        )
        .sort("first_day_on")
    )
