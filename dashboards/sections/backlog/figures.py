"""The head figures of the page Backlog: waiting, uncovered, days waited, weeks to clear, clearance."""

from dashboards.charts import backlog_readings
from dashboards.components import figures
from dashboards.components.filters import Chosen
from dashboards.sections import basis, unit
from dashboards.sections.backlog.asked import flow_asked, weeks_asked, whole_now
from dashboards.text import number, percentage, signed, t

LONG_YEARS = 3  # beyond this, weeks at the pace of one season are no longer told one by one


def head_figures(status: dict, chosen: Chosen) -> None:
    """Waiting, uncovered, days waited, weeks to clear, clearance: each with what it rests on."""
    weeks = weeks_asked(chosen)
    if weeks.is_empty():
        return
    read = backlog_readings.pace_reading(weeks)
    last = weeks.row(-1, named=True)
    figures.row(
        [
            _count_figure("waiting", last, read, chosen),
            _count_figure("uncovered", last, read, chosen),
            _days_figure(whole_now(chosen)),
            clear_figure(read),
            _clearance_figure(backlog_readings.flow_reading(flow_asked(chosen), status["as_of"])),
        ]
    )


def clear_figure(read: dict) -> figures.Figure:
    """Weeks to clear at the pace of the last 13 weeks, or the words why there is no such number."""
    title = t("backlog.figure_clear")
    if read["now"] == 0:
        return figures.Figure(title, t("backlog.clear_empty"), state="missing")
    if read["quarter_before"] is None:
        return figures.Figure(
            title, t("backlog.clear_unknown"), note=t("backlog.clear_unknown_note"), state="missing"
        )
    if read["weeks_to_clear"] is None:
        return figures.Figure(
            title, t("backlog.clear_never"), note=t("backlog.clear_never_note"), state="missing"
        )
    weeks = read["weeks_to_clear"]
    said = t("backlog.clear_long", years=LONG_YEARS) if weeks > 52 * LONG_YEARS else number(weeks)
    return figures.Figure(title, said, note=t("backlog.figure_clear_note"))


def _count_figure(name: str, last: dict, read: dict, chosen: Chosen) -> figures.Figure:
    change = ""
    if name == "waiting" and read["quarter_before"] is not None:
        change = t("backlog.change_quarter", change=signed(read["now"] - read["quarter_before"]))
    weight = t(
        "backlog.weight_of",
        units=number(last[f"{name}_units"]),
        unit=unit(chosen.weight_scheme),
        basis=basis(chosen.weight_scheme),
    )
    return figures.Figure(
        t(f"backlog.figure_{name}"),
        number(last[f"{name}_cases"]),
        unit=t("backlog.cases"),
        change=change,
        note=weight,
    )


def _days_figure(now: dict) -> figures.Figure:
    title = t("backlog.figure_days")
    if now["wait_days_p50"] is None:
        return figures.Figure(title, t("backlog.clear_empty"), state="missing")
    beyond = {"p90": number(now["wait_days_p90"]), "longest": number(now["wait_days_max"])}
    tail = t("backlog.figure_days_note", **beyond)
    return figures.Figure(title, number(now["wait_days_p50"]), unit=t("backlog.figure_days_unit"), note=tail)


def _clearance_figure(read: dict) -> figures.Figure:
    title, note = t("backlog.figure_clearance"), t("backlog.figure_clearance_note", months=read["months"])
    if read["clearance_pct"] is None:
        return figures.Figure(title, t("common.not_computable"), note=note, state="missing")
    return figures.Figure(title, percentage(read["clearance_pct"]), note=note)
