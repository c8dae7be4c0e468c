"""The rows that several panels of the page are made from: those of the area and twelve whole months."""

from datetime import date

import polars as pl

from dashboards import queries
from dashboards.charts.pressure_readings import last_whole_month
from dashboards.choice import SERVICE
from dashboards.queries import feedback as questions
from dashboards.view import View

YEAR = 12  # months


def has(view: View, *marts: str) -> bool:
    """Whether all of these marts are in the published file."""
    return all(queries.has_mart(view.reader, mart) for mart in marts)


def last(view: View) -> date:
    """First day of the last whole month."""
    return last_whole_month(view.status.as_of)


def here(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    """The rows of the area looked at; what is about the whole service belongs to that alone."""
    if view.choice.area == SERVICE:
        return rows
    return rows.filter(pl.col("office_id").is_in(offices(view)))


def offices(view: View) -> list[str]:
    """The offices of the area looked at, in the fixed order."""
    area, rows = view.choice.area, queries.choices(view.reader, "office")
    return [row["id"] for row in rows if area in (SERVICE, row["id"], row["parent_id"])]


def in_year(view: View, years_before: int = 0) -> pl.Expr:
    """Whether a month is one of twelve: those up to the last whole one, or as many years before."""
    end = pl.lit(last(view)).dt.offset_by(f"-{YEAR * years_before}mo")
    return (pl.col("month_start_on") <= end) & (pl.col("month_start_on") > end.dt.offset_by(f"-{YEAR}mo"))


def received(view: View) -> pl.DataFrame:
    """What came in here in two years, see `queries.feedback.received`."""
    return here(questions.received(view.reader), view)


def answers(view: View) -> pl.DataFrame:
    """What came in here in twelve months, by answer and days."""
    return here(questions.answers(view.reader), view).filter(in_year(view))


def incidents(view: View) -> pl.DataFrame:
    """The serious incidents here, in whole months."""
    return here(questions.incidents(view.reader), view)
