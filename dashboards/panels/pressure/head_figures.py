"""The head figures of Pressure and cover: officers above each threshold, last month and running one."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.charts import pressure_readings as readings
from dashboards.panel import HeadFigure, Panel, not_delivered
from dashboards.panels import unweighed
from dashboards.panels.pressure import frames, thresholds
from dashboards.status import Status
from dashboards.text import day, month, number, percentage, t
from dashboards.view import View

MOST = 4


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("pressure_no_cases", t("pressure.no_cases"))


def no_capacity(view: View) -> Panel:
    """What is said where no contracts were delivered, in place of everything about officers."""
    return not_delivered("pressure_no_capacity", t("pressure.no_capacity"))


def no_work_known(view: View) -> Panel:
    """That no weight fits the work, in place of everything about officers: nobody above would say it."""
    return not_delivered("pressure_unweighed", t("offices.unweighed"))


def partly_unweighed(view: View) -> Panel | None:
    """That some work is not known, before officers are counted by workload."""
    return unweighed.said_of_officers(view) if frames.measures_workload(view) else None


def head_figures(view: View) -> Panel | None:
    """One figure per threshold of the set, the highest ones where there are more than four."""
    rows = frames.months(view).filter(frames.is_chosen(view))
    if rows.is_empty():
        return None
    highest = list(thresholds.above(view).items())[-MOST:]
    return Panel(
        "pressure_head",
        head_figures=tuple(
            _figure(rows.filter(pl.col("threshold") == amount), words, view.status)
            for amount, words in highest
        ),
        marts=("fct_area_overload_series",),
        explains=("officers_with_capacity", "officers_over_4_weeks", "threshold"),
    )


def _figure(rows: pl.DataFrame, above: str, status: Status) -> HeadFigure:
    by_month = {row["month_start_on"]: row for row in rows.to_dicts()}
    when = readings.last_whole_month(status.as_of)
    title = t("pressure.figure_above", name=above[:1].upper() + above[1:])
    running = _running(by_month, status)
    row = by_month.get(when)
    if row is None:
        return HeadFigure(title, t("pressure.nobody"), note=running, state="missing")
    if row["is_hidden"]:
        too_few = t("pressure.too_few", smallest=SMALLEST_SHOWN)
        return HeadFigure(title, t("pressure.suppressed"), note=too_few, state="hidden")
    return HeadFigure(
        title,
        number(row["people_over"]),
        unit=t("pressure.figure_of", people=number(row["people"])),
        change=_share(row, by_month.get(readings.year_before(when))),
        note=running,
    )


def _share(row: dict, year_before: dict | None) -> str:
    said = {"share": percentage(row["share_pct"]), "month": month(row["month_start_on"])}
    before = None if year_before is None else year_before["share_pct"]
    if before is None:
        return t("pressure.figure_share_only", **said)
    return t("pressure.figure_share", **said, before=percentage(before))


def _running(by_month: dict, status: Status) -> str:
    """The month that still runs, said apart; empty where the data end with a month."""
    when = readings.running_month(status.as_of)
    if when is None:
        return ""
    row = by_month.get(when)
    if row is None:
        return t("pressure.figure_running_none", month=month(when))
    if row["is_hidden"]:
        return t("pressure.figure_running_hidden", month=month(when))
    return t(
        "pressure.figure_running",
        month=month(when),
        day=day(status.as_of),
        over=number(row["people_over"]),
        people=number(row["people"]),
    )
