"""The rows that several panels of the page Backlog are made from: those of the place and kind chosen."""

import polars as pl

from analysis.medians import medians
from dashboards import queries
from dashboards.filters import comparison
from dashboards.panels import compared
from dashboards.queries import backlog as questions
from dashboards.totals import TOTAL
from dashboards.view import View

DAYS = "wait_days_p50"


def is_empty(view: View) -> bool:
    """Whether the filters together leave no case: a kind of mandate may belong to another service line."""
    return weeks(view).is_empty() and months(view).is_empty()


def weeks(view: View) -> pl.DataFrame:
    """The weeks of the place and kind chosen."""
    return questions.backlog_weeks(view.reader, view.choice)


def weeks_compared(view: View) -> pl.DataFrame:
    """The weeks, where they are compared with a year earlier with `compared_cases`: what waited then."""
    rows = weeks(view)
    if view.choice.comparison != comparison.YEAR_AGO:
        return rows
    later = pl.col("week_start_on").dt.offset_by(f"{view.status.year_weeks}w")
    earlier = rows.select(later, compared_cases="waiting_cases")
    return rows.join(earlier, on="week_start_on", how="left", maintain_order="left")


def days_compared(view: View) -> pl.DataFrame | None:
    """What the days that half have waited at most are compared with, by `supervision_type` ('' = all kinds).

    `compared_days`: the target of the policy, or the median of the parts; null where it is not known. None
    where they are compared with neither.
    """
    if not compared.is_level(view):
        return None
    rows = _everything_now(view)
    if view.choice.comparison == comparison.TARGET:
        target = queries.target(view.reader, DAYS)
        amount = pl.lit(target["amount"] if target else None, pl.Float64)
        return rows.select("supervision_type", compared_days=amount).unique()
    of_parts = rows.filter(pl.col("part_id") != "")
    found = medians(of_parts, ["supervision_type"], DAYS, comparison.LEAST_PARTS)
    return found.select("supervision_type", compared_days="median")


def months(view: View) -> pl.DataFrame:
    """What came in and ended per month, of the place and kind chosen."""
    return questions.flow_months(view.reader, view.choice)


def wait_bands(view: View) -> pl.DataFrame:
    """How many of the place and kind chosen have waited how long."""
    return questions.wait_bands(view.reader, view.choice)


def oldest_cases(view: View, most: int) -> pl.DataFrame:
    """The cases of the place and kind chosen that have been without officer longest."""
    return questions.waiting_cases(view.reader, view.choice, most)


def now_by_part(view: View) -> pl.DataFrame:
    """What waits on the last day, by office (or region) and kind, in the place and kind chosen."""
    rows = _everything_now(view).filter((pl.col("part_id") != "") & (pl.col("supervision_type") != ""))
    if view.choice.office:
        rows = rows.filter(pl.col("part_id") == view.choice.office)
    return rows.filter(pl.col("supervision_type") == _kind(view)) if view.choice.work_type else rows


def now(view: View) -> dict:
    """What waits on the last day in the place and kind chosen, all together; nothing waits: no amounts."""
    rows = _everything_now(view).filter(
        (pl.col("part_id") == view.choice.part) & (pl.col("supervision_type") == _kind(view))
    )
    nothing = {"waiting_cases": 0, "uncovered_cases": 0, "to_close_cases": 0}
    return rows.row(0, named=True) if rows.height else dict.fromkeys(rows.columns) | nothing


def _everything_now(view: View) -> pl.DataFrame:
    return questions.backlog_now(view.reader, view.choice)


def place_words(view: View) -> dict[str, str]:
    """Place, kind and service line in words, for subtitles."""
    choice = view.choice
    parts = [choice.label("office")] + ([choice.label("work_type")] if choice.work_type else [])
    return {"area": ", ".join(parts), "line": choice.label("service_line")}


def _kind(view: View) -> str:
    return view.choice.work_type or TOTAL
