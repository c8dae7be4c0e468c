"""The head figures of Pressure and cover: officers above each threshold, last month and running one."""

import polars as pl

from dashboards.access import SMALLEST_SHOWN
from dashboards.charts import pressure_readings as readings
from dashboards.components import figures
from dashboards.components.filters import Chosen
from dashboards.sections.pressure.asked import place, rows_asked, thresholds_asked
from dashboards.text import day, month, number, percentage, t

MOST = 4


def head_figures(status: dict, chosen: Chosen) -> None:
    """One figure per threshold of the set, the highest ones where there are more than four."""
    rows = rows_asked(chosen).filter(place(chosen))
    if rows.is_empty():
        return
    named = thresholds_asked(chosen)
    figures.row([_figure(rows, amount, named[amount], status) for amount in list(named)[-MOST:]])


def _figure(rows: pl.DataFrame, amount: float, name: str, status: dict) -> figures.Figure:
    own = {row["month_start_on"]: row for row in rows.filter(pl.col("threshold") == amount).to_dicts()}
    when = readings.last_whole_month(status["as_of"])
    label = t("pressure.figure_above", name=name[:1].upper() + name[1:])
    running = _running(own, status)
    row = own.get(when)
    if row is None:
        return figures.Figure(label, t("pressure.nobody"), note=running, state="missing")
    if row["is_hidden"]:
        hidden = t("pressure.too_few", smallest=SMALLEST_SHOWN)
        return figures.Figure(label, t("pressure.suppressed"), note=hidden, state="hidden")
    before = own.get(readings.year_before(when)) or {}
    said = {"share": percentage(row["share_pct"]), "month": month(when)}
    change = (
        t("pressure.figure_share_only", **said)
        if before.get("share_pct") is None
        else t("pressure.figure_share", **said, before=percentage(before["share_pct"]))
    )
    people = t("pressure.figure_of", people=number(row["people"]))
    return figures.Figure(label, number(row["people_over"]), unit=people, change=change, note=running)


def _running(own: dict, status: dict) -> str:
    """The month that still runs, said apart; empty where the data end with a month."""
    when = readings.running_month(status["as_of"])
    if when is None:
        return ""
    row = own.get(when)
    if row is None:
        return t("pressure.figure_running_none", month=month(when))
    if row["is_hidden"]:
        return t("pressure.figure_running_hidden", month=month(when))
    return t(
        "pressure.figure_running",
        month=month(when),
        day=day(status["as_of"]),
        over=number(row["people_over"]),
        people=number(row["people"]),
    )
