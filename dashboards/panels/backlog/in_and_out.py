"""What came in and what ended, month by month."""

import polars as pl

from dashboards.charts import backlog_readings, bars
from dashboards.panel import Panel, Table
from dashboards.panels.backlog import frames
from dashboards.panels.parts import since, words
from dashboards.panels.weights import changes_said, days_changed
from dashboards.text import month, number, plural, t
from dashboards.view import View


def flow(view: View) -> Panel | None:
    """What came in, what got its first officer and what ended, month by month."""
    every_month, as_of = frames.months(view), view.status.as_of
    months = since(every_month, view.choice.since)
    if months.is_empty():
        return None
    read = backlog_readings.flow_reading(every_month, as_of)
    marked = days_changed(view, months["month_start_on"].min())
    drawn = months.with_columns(is_partial=backlog_readings.partial_months(months, as_of))
    labels = {
        "in": t("backlog.received_in" if view.choice.office else "backlog.received"),
        "out": t("backlog.ended_out" if view.choice.office else "backlog.ended"),
    }
    return Panel(
        "backlog_flow",
        title=_flow_title(read, months),
        subtitle=t("backlog.flow_subtitle", **frames.place_words(view)),
        chart=bars.flow_bars(drawn, view.look, labels | words("backlog", "started", "so_far"), marked),
        summary=_flow_summary(read, months) + changes_said(marked, view, of_counts=True),
        table=Table(
            months,
            {
                "month_start_on": t("backlog.column_month"),
                "in_cases": labels["in"],
                "started_cases": t("backlog.started"),
                "out_cases": labels["out"],
                "clearance_pct": t("backlog.column_clearance"),
            },
        ),
        notes=_left_out(every_month["months_left_out"][0], view),
        marts=("fct_area_clearance_months",),
        explains=("received_cases", "ended_cases"),
    )


def _left_out(count: int, view: View) -> tuple[str, ...]:
    """How many months are not shown because a delivery need not tell them in full; nothing where none is."""
    first = view.status.first_month_on
    return (plural("backlog.flow_left_out", count, month=month(first)),) if count and first else ()


def _flow_title(read: dict, months: pl.DataFrame) -> str:
    if not read["months"]:
        return _so_far(months)
    more = "in" if read["received"] > read["ended"] else "out"
    way = "short" if read["received"] == read["ended"] else f"more_{more}"
    cases = {name: number(read[name]) for name in ("received", "ended")}
    return plural(f"backlog.flow_title_{way}", read["months"], **cases)


def _so_far(months: pl.DataFrame) -> str:
    """Of the month that is not over, where there is no whole one."""
    last = months.row(-1, named=True)
    counts = {name: number(last[f"{name}_cases"]) for name in ("received", "ended")}
    return t("backlog.flow_title_so_far", month=month(last["month_start_on"]), **counts)


def _flow_summary(read: dict, months: pl.DataFrame) -> str:
    if not read["months"]:
        return plural("backlog.flow_summary_started", months["started_cases"][-1])
    if not read["received"]:
        return t("backlog.flow_summary_none")
    return t("backlog.flow_summary", clearance=number(read["clearance_pct"]), started=number(read["started"]))
