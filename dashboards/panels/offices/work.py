"""The work of one office: against its capacity, and by kind."""

import polars as pl

from dashboards import queries
from dashboards.charts import readings, small_multiples, trends
from dashboards.panel import Panel, Table, not_delivered
from dashboards.panels import few
from dashboards.panels.offices import frames
from dashboards.panels.parts import words
from dashboards.panels.weights import basis, changes_said, days_changed, unit
from dashboards.text import listed, month, number, percentage, t
from dashboards.view import View


def work_and_capacity(view: View) -> Panel | None:
    """What is asked and what can be given, in units, and under it the people in FTE."""
    months = frames.months_of_office(view)
    if months.is_empty() or few.covers(months):
        return None  # the panel before says why
    in_units = unit(view)
    inside = words("offices", "workload", "capacity", "contract", "available", "fte") | {"unit": in_units}
    work = readings.change_reading(months, "workload_units_avg")
    capacity = readings.change_reading(months, "capacity_units_avg")
    if work["now"] is None:
        return not_delivered("office_units", t("offices.unweighed"))
    marked = days_changed(view, months["month_start_on"].min())
    return Panel(
        "office_units",
        title=_balance_title(
            view.choice.label("office"), work, capacity, queries.noise_level(view.reader, "year_change_pct")
        ),
        subtitle=t("offices.units_subtitle", unit=in_units, basis=basis(view)),
        chart=trends.units_trend(months, view.look, inside, marked),
        summary=_balance_summary(view, work, capacity) + changes_said(marked, view),
        table=Table(months, _balance_columns(in_units), missing=few.missing(months)),
        marts=(frames.weighed("fct_area_line_months", view),),
    )


def kinds_of_work(view: View) -> Panel | None:
    """The three heaviest kinds of work of the office and the rest, each in its own small panel."""
    months = frames.work_months(view)
    if not months["workload_units_avg"].sum():
        return None
    names = {str(row["rank"]): _kind_words(row["work_type"], view) for row in _kinds(months)}
    labelled = months.with_columns(panel=pl.col("rank").cast(pl.String)).with_columns(
        label=pl.col("panel").replace_strict(names, return_dtype=pl.String)
    )
    drawn = labelled.select("panel", day="month_start_on", amount="workload_units_avg")
    shares = readings.shares_reading(labelled)
    marked = days_changed(view, months["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    return Panel(
        "office_types",
        title=_kinds_title(view.choice.label("office"), shares[0]),
        subtitle=t("offices.types_subtitle", unit=unit(view), basis=basis(view)),
        chart=small_multiples.amounts_panels(drawn, names, view.look, inside, columns=2, changes=marked),
        summary=_kinds_summary(months, shares) + changes_said(marked, view),
        table=Table(
            labelled,
            {
                "label": t("offices.column_kind"),
                "month_start_on": t("offices.column_month"),
                "workload_units_avg": t("offices.column_work", unit=unit(view)),
            },
            stands_for={"label": "work_type"},
        ),
        marts=(frames.weighed("fct_office_work_months", view),),
    )


def _balance_title(office: str, work: dict, capacity: dict, level_pct: float) -> str:
    is_apart = work["month"] != capacity["month"]
    if is_apart or work["change_pct"] is None or capacity["change_pct"] is None:
        return t("offices.units_title_short", office=office)
    return t(
        "offices.units_title",
        office=office,
        work=_change_words(work["change_pct"], level_pct),
        capacity=_change_words(capacity["change_pct"], level_pct),
    )


def _change_words(change_pct: float, level_pct: float) -> str:
    if abs(change_pct) < level_pct:
        return t("offices.went_level")
    return t(f"offices.went_{'up' if change_pct > 0 else 'down'}", share=percentage(abs(change_pct)))


def _balance_summary(view: View, work: dict, capacity: dict) -> str:
    if work["month"] != capacity["month"]:
        return few.sentence()
    return t(
        "offices.units_summary",
        month=month(work["month"]),
        office=view.choice.label("office"),
        work=number(work["now"]),
        unit=unit(view),
        capacity=number(capacity["now"]),
    )


def _balance_columns(in_units: str) -> dict[str, str]:
    return {
        "month_start_on": t("offices.column_month"),
        "workload_units_avg": t("offices.column_work", unit=in_units),
        "capacity_units_avg": t("offices.column_capacity", unit=in_units),
        "contract_fte_avg": t("offices.column_fte_contract"),
        "available_fte_avg": t("offices.column_fte_available"),
    }


def _kinds(months: pl.DataFrame) -> list[dict]:
    return months.unique("rank").sort("rank").to_dicts()


def _kind_words(work_type: str, view: View) -> str:
    return queries.label_of(view.reader, "work_type", work_type) if work_type else t("offices.rest")


def _kinds_title(office: str, heaviest: dict) -> str:
    share = percentage(heaviest["share_pct"])
    return t("offices.types_title", label=heaviest["label"], share=share, office=office)


def _kinds_summary(months: pl.DataFrame, shares: list[dict]) -> str:
    by_kind = listed([f"{share['label']} {percentage(share['share_pct'])}" for share in shares])
    return t("offices.types_summary", month=month(months["month_start_on"].max()), shares=by_kind)
