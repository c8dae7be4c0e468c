"""The head figures of the page Offices: workload, its range over the schemes, staff, and work of nobody."""

from datetime import date

import polars as pl

from dashboards.charts.backlog_readings import is_month_end
from dashboards.panel import HeadFigure, Panel
from dashboards.panels import compared, few
from dashboards.panels.offices import frames
from dashboards.panels.parts import window_said
from dashboards.panels.weights import basis, unit
from dashboards.text import number, percentage, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View


def head_figures(view: View) -> Panel | None:
    """Workload, offices above 100 %, range over schemes, staff, and work that nobody carries."""
    every_window = frames.windows(view)
    under_schemes = every_window.filter(part_id=view.choice.part, time_window=view.choice.time_window)
    under_chosen = under_schemes.filter(weight_scheme=view.choice.weight_scheme)
    if under_chosen.is_empty():
        return None
    window = under_chosen.row(0, named=True)
    return Panel(
        "offices_head",
        head_figures=(
            _workload_figure(window, every_window, view),
            *_above_capacity_figure(every_window, view),
            _range_figure(under_schemes),
            _staff_figure(window, view),
            _without_officer_figure(window, view),
        ),
        marts=(frames.weighed("fct_area_line_windows", view),),
        explains=("time_window", "workload_pct", "waiting_units_avg", "uncovered_units_avg"),
    )


def _workload_figure(window: dict, every_window: pl.DataFrame, view: View) -> HeadFigure:
    title = t("offices.figure_workload", window=window_said(view))
    note = ", ".join(part for part in (_days_so_far(window), basis(view)) if part)
    if window["is_of_few"]:
        return few.figure(title)
    if window["workload_pct"] is None:
        return HeadFigure(title, t("common.not_computable"), note=note, state="missing")
    beside = compared.pct_of(every_window, view, window["part_id"])
    points = None if beside is None else window["workload_pct"] - beside
    change = compared.change(points, beside, view)
    return HeadFigure(title, percentage(window["workload_pct"]), change=change, note=note)


def _days_so_far(window: dict) -> str:
    """How many days the running month has, in words; empty for another window."""
    if window["time_window"] != "month":
        return ""
    last: date = window["window_end_on"]
    days = (last - window["window_start_on"]).days + 1
    if is_month_end(last):
        return t("offices.month_whole", count=number(days))
    return plural("offices.month_days", days)


def _above_capacity_figure(every_window: pl.DataFrame, view: View) -> tuple[HeadFigure, ...]:
    """How many of the parts are above 100 %; none where there is one to look at."""
    if view.choice.office:
        return ()
    rows = every_window.filter(
        pl.col("part_id") != TOTAL,
        weight_scheme=view.choice.weight_scheme,
        time_window=view.choice.time_window,
    )
    known = rows["workload_pct"].drop_nulls()
    title = t("offices.figure_over")
    note = t("offices.figure_over_note", scheme=view.choice.label("weight_scheme"))
    if few.covers(rows):
        return (few.figure(title),)
    if known.is_empty():
        return (HeadFigure(title, t("common.not_computable"), state="missing"),)
    if len(known) == 1:
        return ()
    counts = {"over": number((known > 100).sum()), "known": number(len(known))}
    return (HeadFigure(title, t("offices.figure_over_value", **counts), note=note),)


def _range_figure(under_schemes: pl.DataFrame) -> HeadFigure:
    known = under_schemes["workload_pct"].drop_nulls()
    title = t("offices.figure_range")
    if few.covers(under_schemes):
        return few.figure(title)
    if known.is_empty():
        return HeadFigure(title, t("common.not_computable"), state="missing")
    low, high = known.min(), known.max()
    bounds = t("offices.figure_range_value", low=number(low), high=percentage(high))
    if number(low) == number(high):
        bounds = percentage(high)
    return HeadFigure(title, bounds, note=t("offices.figure_range_note"))


def _staff_figure(window: dict, view: View) -> HeadFigure:
    title = t("offices.figure_staff")
    if window["is_of_few"]:
        return few.figure(title)
    available, contract = window["available_fte_avg"], window["contract_fte_avg"]
    if not view.status.has_contracts or available is None or contract is None:
        return HeadFigure(title, number(None), state="missing")
    return HeadFigure(
        title,
        number(available, 1),
        unit=t("offices.fte"),
        note=t("offices.figure_staff_note", contract=number(contract, 1)),
    )


def _without_officer_figure(window: dict, view: View) -> HeadFigure:
    title = t("offices.figure_unstaffed")
    if few.of_cases(view, window["waiting_units_avg"], window["uncovered_units_avg"]):
        return few.cases_figure(title, view)
    waiting, uncovered = window["waiting_units_avg"] or 0, window["uncovered_units_avg"] or 0
    if window["active_cases_avg"] and not window["workload_units_avg"] + waiting + uncovered:
        # Cases that no weight fits: their work is not nothing, it is unknown.
        note = t("offices.figure_unweighed_note")
        return HeadFigure(title, t("common.not_computable"), note=note, state="missing")
    return HeadFigure(
        title,
        number(waiting + uncovered),
        unit=unit(view),
        note=t("offices.figure_unstaffed_note", waiting=number(waiting), uncovered=number(uncovered)),
    )
