"""What came in and what ended, month by month."""

from dashboards.charts import backlog_readings, bars
from dashboards.components import panels as screen
from dashboards.components.filters import Chosen
from dashboards.sections import changes, look, since, words
from dashboards.sections.backlog.asked import area, flow_asked
from dashboards.text import number, t


def flow(status: dict, chosen: Chosen) -> None:
    """What came in, what got its first officer and what ended, month by month."""
    months = since(flow_asked(chosen), chosen.since)
    if months.is_empty():
        return
    read = backlog_readings.flow_reading(flow_asked(chosen), status["as_of"])
    marked = changes.days_marked(status, chosen, months["month_start_on"].min())
    drawn = months.with_columns(is_partial=backlog_readings.partial_months(months, status["as_of"]))
    said = {
        "in": t("backlog.received_in" if chosen.office else "backlog.received"),
        "out": t("backlog.ended_out" if chosen.office else "backlog.ended"),
    }
    screen.chart(
        bars.flow_bars(drawn, look(status), said | words("backlog", "started", "so_far"), marked),
        name="backlog_flow",
        title=_flow_title(read),
        subtitle=t("backlog.flow_subtitle", **area(chosen)),
        summary=_flow_summary(read) + changes.said(marked, chosen, of_counts=True),
        table=months,
        columns={
            "month_start_on": t("backlog.column_month"),
            "in_cases": said["in"],
            "started_cases": t("backlog.started"),
            "out_cases": said["out"],
            "clearance_pct": t("backlog.column_clearance"),
        },
        status=status,
        words=chosen.words,
        marts=("fct_area_flow_months",),
    )


def _flow_title(read: dict) -> str:
    more = "in" if read["received"] > read["ended"] else "out"
    way = "short" if read["received"] == read["ended"] else f"more_{more}"
    return t(
        f"backlog.flow_title_{way}", **{name: number(read[name]) for name in ("received", "ended", "months")}
    )


def _flow_summary(read: dict) -> str:
    if not read["received"]:
        return t("backlog.flow_summary_none")
    return t("backlog.flow_summary", clearance=number(read["clearance_pct"]), started=number(read["started"]))
