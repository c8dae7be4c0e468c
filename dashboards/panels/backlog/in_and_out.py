"""What came in and what ended, month by month."""

from dashboards.charts import backlog_readings, bars
from dashboards.panel import Panel, Table
from dashboards.panels.backlog import frames
from dashboards.panels.parts import since, words
from dashboards.panels.weights import changes_said, days_changed
from dashboards.text import number, plural, t
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
        title=_flow_title(read),
        subtitle=t("backlog.flow_subtitle", **frames.place_words(view)),
        chart=bars.flow_bars(drawn, view.look, labels | words("backlog", "started", "so_far"), marked),
        summary=_flow_summary(read) + changes_said(marked, view, of_counts=True),
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
        marts=("fct_area_clearance_months",),
        explains=("received_cases", "ended_cases"),
    )


def _flow_title(read: dict) -> str:
    more = "in" if read["received"] > read["ended"] else "out"
    way = "short" if read["received"] == read["ended"] else f"more_{more}"
    cases = {name: number(read[name]) for name in ("received", "ended")}
    return plural(f"backlog.flow_title_{way}", read["months"], **cases)


def _flow_summary(read: dict) -> str:
    if not read["received"]:
        return t("backlog.flow_summary_none")
    return t("backlog.flow_summary", clearance=number(read["clearance_pct"]), started=number(read["started"]))
