"""All offices beside each other, one small panel each: the percentage or, without capacity, the work."""

import polars as pl

from dashboards.charts import readings, small_multiples
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import compared, few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names, words
from dashboards.panels.weights import basis, changes_said, days_changed, unit
from dashboards.text import month, number, part_of, percentage, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View


def workload_by_office(view: View) -> Panel:
    """The main figure: workload over capacity, one small panel per office."""
    beside, names = frames.months_compared(view), part_names(view)
    rows = frames.with_compared(frames.months_of_parts(view), beside)
    if few.covers(rows):
        return few.panel("offices_workload")
    read = readings.balance_reading(frames.months(view))
    marked = days_changed(view, rows["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    return Panel(
        "offices_workload",
        title=_workload_title(read),
        subtitle=_workload_subtitle(rows, view) + compared.line_words(beside, view),
        chart=small_multiples.workload_panels(rows, names, view.look, inside, marked, few.why(rows)),
        summary=_workload_summary(read) + changes_said(marked, view),
        table=Table(
            named_parts(rows, names),
            _month_columns(view) | compared.columns_of_months(beside, view),
            missing=few.missing(rows),
        ),
        notes=few.notes(rows),
        marts=(frames.weighed("fct_area_line_months", view),),
    )


def no_capacity(view: View) -> Panel:
    """Why there is no percentage where no contracts were delivered."""
    return not_delivered("offices_no_capacity", t("offices.capacity_not_delivered"))


def unweighed(view: View) -> Panel:
    """That no weight fits the work of these offices: what they do is not known, and not nothing."""
    return not_delivered("offices_unweighed", t("offices.unweighed"))


def work_by_office(view: View) -> Panel:
    """The main figure where no contracts were delivered: work in units, one small panel per office."""
    everything, rows = frames.months(view), frames.months_of_parts(view)
    if not everything["workload_units_avg"].sum():
        # Cases that no weight fits: a line along zero would say that they are no work.
        return not_delivered("offices_units", t("offices.unweighed"))
    names, in_units = part_names(view), unit(view)
    drawn = rows.select(panel="part_id", day="month_start_on", amount="workload_units_avg")
    marked = days_changed(view, rows["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    area = {"unit": in_units, "line": view.choice.label("service_line"), "basis": basis(view)}
    return Panel(
        "offices_units",
        title=t("offices.units_panels_title", unit=in_units),
        subtitle=t("offices.units_panels_subtitle", **area),
        chart=small_multiples.amounts_panels(drawn, names, view.look, inside, changes=marked),
        summary=_work_summary(everything, in_units) + changes_said(marked, view),
        table=Table(named_parts(rows, names), frames.what_is_known(_month_columns(view), view)),
        marts=(frames.weighed("fct_area_line_months", view),),
    )


def _workload_title(read: dict) -> str:
    said = read | {"month": month(read["month"])}
    if not read["known"]:
        return t("offices.trend_title_unknown", office=t("offices.whole_line"))
    if not read["over"] and read["known"] > 1:
        return t("offices.panels_title_none", **said)
    return part_of("offices.panels_title", read["over"], read["known"], **said)


def _workload_subtitle(rows: pl.DataFrame, view: View) -> str:
    low, high = small_multiples.panels_scale(rows)
    return t(
        "offices.panels_subtitle",
        line=view.choice.label("service_line"),
        first=month(rows["month_start_on"].min()),
        last=month(rows["month_start_on"].max()),
        basis=basis(view),
        low=percentage(low),
        high=percentage(high),
    )


def _workload_summary(read: dict) -> str:
    if not read["known"]:
        return ""
    ends = {"lowest": read["low"], "highest": read["high"], "whole": read["whole"]}
    said = {name: percentage(pct) for name, pct in ends.items()}
    summary = [plural("offices.panels_summary", read["known"], **said)]
    if known := read["known_before"]:
        summary.append(part_of("offices.panels_summary_before", read["over_before"], known, **read))
    return " ".join(summary)


def _work_summary(months: pl.DataFrame, in_units: str) -> str:
    """What all offices together carried in the last month."""
    last = months.filter(pl.col("part_id") == TOTAL).row(-1, named=True)
    return t(
        "offices.units_panels_summary",
        units=number(last["workload_units_avg"]),
        unit=in_units,
        month=month(last["month_start_on"]),
    )


def _month_columns(view: View) -> dict[str, str]:
    in_units = unit(view)
    return {
        "part_name": t("offices.column_office"),
        "month_start_on": t("offices.column_month"),
        "workload_pct": t("offices.column_pct"),
        "workload_units_avg": t("offices.column_work", unit=in_units),
        "capacity_units_avg": t("offices.column_capacity", unit=in_units),
    }
