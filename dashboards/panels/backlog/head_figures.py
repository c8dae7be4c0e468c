"""The head figures of the page Backlog: waiting, uncovered, days waited, weeks to clear, clearance."""

import polars as pl

from dashboards import queries
from dashboards.charts import backlog_readings
from dashboards.filters import comparison
from dashboards.panel import HeadFigure, Link, Panel, not_delivered
from dashboards.panels import compared
from dashboards.panels.backlog import frames
from dashboards.panels.weights import basis, unit
from dashboards.text import number, percentage, plural, signed, t
from dashboards.totals import TOTAL
from dashboards.view import View


def no_cases(view: View) -> Panel:
    """What is said where no cases were delivered."""
    return not_delivered("backlog_no_cases", t("backlog.no_cases"))


def no_assignments(view: View) -> Panel | None:
    """What is said where nobody was ever said to carry a case."""
    if view.status.has_assignments:
        return None
    return not_delivered("backlog_no_assignments", t("backlog.no_assignments"))


def head_figures(view: View) -> Panel:
    """Waiting, uncovered, days waited, weeks to clear, clearance: each with what it rests on."""
    weeks = frames.weeks(view)
    # where nobody ever waited there is no week to read
    quarter = view.status.quarter_weeks
    read = (
        backlog_readings.pace_reading(weeks, quarter) if weeks.height else {"now": 0, "quarter_before": None}
    )
    now = frames.now(view)
    return Panel(
        "backlog_head",
        head_figures=(
            _count_figure("waiting", now, weeks, view),
            _count_figure("uncovered", now, weeks, view),
            _days_figure(now, view),
            clear_figure(read, queries.noise_level(view.reader, "clearing_years"), quarter),
            _clearance_figure(backlog_readings.flow_reading(frames.months(view), view.status.as_of)),
        ),
        marts=("fct_area_pace_weeks", "fct_area_backlog", "fct_area_clearance_months"),
        explains=("waiting_cases", "uncovered_cases", "wait_days_p50", "wait_days_p90"),
    )


def to_close(view: View) -> Panel | None:
    """The records that were probably never closed, told apart, with the page that lists them."""
    dead = frames.now(view)["to_close_cases"]
    if not dead:
        return None
    days = number(queries.noise_level(view.reader, "to_close_days"))
    chosen = {"case_list": "to_close", "cases_line": view.choice.service_line}
    return Panel(
        "backlog_to_close",
        links=(Link("pressure", plural("backlog.to_close", dead, days=days), chosen, "pressure_to_close"),),
        marts=("fct_area_backlog",),
        explains=("waiting_to_close_cases", "uncovered_to_close_cases"),
    )


def clear_figure(read: dict, most_years: float, pace_weeks: int) -> HeadFigure:
    """Weeks to clear at the pace of the last weeks, or the words why there is no such number."""
    title = t("backlog.figure_clear")
    if read["now"] == 0:
        return HeadFigure(title, t("backlog.clear_empty"), state="missing")
    if read["quarter_before"] is None:
        return HeadFigure(
            title,
            t("backlog.clear_unknown"),
            note=t("backlog.clear_unknown_note", pace=pace_weeks),
            state="missing",
        )
    if read["weeks_to_clear"] is None:
        return HeadFigure(
            title,
            t("backlog.clear_never"),
            note=t("backlog.clear_never_note", pace=pace_weeks),
            state="missing",
        )
    weeks = read["weeks_to_clear"]
    left = number(read["quarter_before"] - read["now"])
    if weeks > 52 * most_years:
        note = t("backlog.clear_long_note", left=left, years=number(most_years), pace=pace_weeks)
        return HeadFigure(title, t("backlog.clear_long", weeks=number(52 * most_years)), note=note)
    return HeadFigure(title, number(weeks), note=t("backlog.figure_clear_note", left=left, pace=pace_weeks))


def _count_figure(name: str, now: dict, weeks: pl.DataFrame, view: View) -> HeadFigure:
    change = ""
    back = _weeks_back(view)
    if name == "waiting" and back and weeks.height > back:
        waiting = weeks["waiting_cases"]
        moved = waiting[-1] - waiting[-1 - back]
        change = t("backlog.change_quarter", change=signed(moved), weeks=back)
    return HeadFigure(
        t(f"backlog.figure_{name}"),
        number(now[f"{name}_cases"]),
        unit=t("backlog.cases"),
        change=change,
        note=_weight_words(name, now, view),
    )


def _weight_words(name: str, now: dict, view: View) -> str:
    """What the cases weigh; that it is not known where there are cases and no weight fits them."""
    units = now[f"{name}_units"]
    if units is None and now[f"{name}_cases"]:
        return t("offices.figure_unweighed_note")
    return t("backlog.weight_of", units=number(units or 0), unit=unit(view), basis=basis(view))


def _weeks_back(view: View) -> int:
    """How many weeks ago the list is that it is compared with; 0 where it is no list, but a level of days."""
    weeks = {comparison.BEFORE: view.status.quarter_weeks, comparison.YEAR_AGO: view.status.year_weeks}
    return weeks.get(view.choice.comparison, 0)


def _days_compared(view: View) -> str:
    """What the days waited are compared with, in words; empty where they are not."""
    found = frames.days_compared(view)
    if found is None:
        return ""
    rows = found.filter(supervision_type=view.choice.work_type or TOTAL)["compared_days"].drop_nulls()
    is_target = view.choice.comparison == comparison.TARGET
    if rows.is_empty():
        what = t(f"compared.{'target' if is_target else 'median'}_unknown")
        return t("compared.no_figure", what=what)
    median = t("compared.median", amount=_days(rows[0]))
    what = compared.target_words(view, frames.DAYS, _days) if is_target else median
    return t("common.comparison_said", what=what)


def _days(days: float) -> str:
    return plural("common.days", days)


def _days_figure(now: dict, view: View) -> HeadFigure:
    title = t("backlog.figure_days")
    if now["wait_days_p50"] is None:
        return HeadFigure(title, t("backlog.clear_empty"), state="missing")
    if now["waiting_cases"] == 1:
        unit_said = t("backlog.figure_days_unit")
        one = t("backlog.figure_days_one")
        return HeadFigure(one, number(now["wait_days_max"]), unit=unit_said, change=_days_compared(view))
    beyond = {"p90": number(now["wait_days_p90"]), "longest": number(now["wait_days_max"])}
    tail = t("backlog.figure_days_note", **beyond)
    half, unit_said = number(now["wait_days_p50"]), t("backlog.figure_days_unit")
    return HeadFigure(title, half, unit=unit_said, change=_days_compared(view), note=tail)


def _clearance_figure(read: dict) -> HeadFigure:
    title = t("backlog.figure_clearance")
    if not read["months"]:
        note = t("backlog.figure_clearance_no_month")
        return HeadFigure(title, t("common.not_computable"), note=note, state="missing")
    note = plural("backlog.figure_clearance_note", read["months"])
    if read["clearance_pct"] is None:
        return HeadFigure(title, t("common.not_computable"), note=note, state="missing")
    return HeadFigure(title, percentage(read["clearance_pct"]), note=note)
