"""One office: its trend among the others, work against capacity, kinds of work, and all weight schemes."""

from html import escape

import polars as pl
import streamlit as st

from dashboards import queries
from dashboards.charts import events, panels, ranges, readings, trends
from dashboards.components import panels as screen
from dashboards.components import states
from dashboards.components.filters import Chosen
from dashboards.queries import offices as questions
from dashboards.sections import basis, changes, look, named_offices, part_names, since, unit, words
from dashboards.sections.offices.asked import months_asked, window_rows
from dashboards.text import day, label, listed, month, number, percentage, plural, t

LEVEL = 2  # per cent: smaller moves of a year are called none, they are inside the noise of a month
CHECKED = frozenset({"published", "derived", "measured", "policy"})


def balance_trend(status: dict, chosen: Chosen) -> None:
    """The office's percentage since the beginning, the other offices grey behind it, with dated events."""
    names = part_names(chosen.among)
    everything = months_asked(chosen)
    frame = everything.filter(pl.col("office_id") != questions.WHOLE)
    own = frame.filter(pl.col("office_id") == chosen.office)
    if own.is_empty():
        states.not_delivered(t("offices.line_not_in_office", office=names[chosen.office]))
        return
    begun = frame["month_start_on"].min()
    happened = events.grouped_events(queries.events(chosen.weight_scheme), begun, status["as_of"])
    screen.chart(
        trends.workload_trend(frame, names, chosen.office, look(status), happened),
        name="office_trend",
        title=_trend_title(names[chosen.office], own),
        subtitle=t(
            "offices.trend_subtitle", line=chosen.label("service_line"), basis=basis(chosen.weight_scheme)
        ),
        summary=_trend_summary(names[chosen.office], chosen.label("among"), everything, own)
        + changes.said(changes.days_marked(status, chosen, begun), chosen),
        table=named_offices(frame, names),
        columns={
            "office_name": t("offices.column_office"),
            "month_start_on": t("offices.column_month"),
            "workload_pct": t("offices.column_pct"),
        },
        status=status,
        words=chosen.words_for_every_part,
        marts=("fct_area_line_months",),
    )
    _event_list(happened)


def work_and_capacity(status: dict, chosen: Chosen) -> None:
    """What is asked and what can be given, in units, and under it the people in FTE."""
    own = _own_months(chosen)
    if own.is_empty():
        return
    name, in_units = part_names(chosen.among)[chosen.office], unit(chosen.weight_scheme)
    inside = words("offices", "workload", "capacity", "contract", "available", "fte") | {"unit": in_units}
    work = readings.change_reading(own, "workload_units_avg")
    capacity = readings.change_reading(own, "capacity_units_avg")
    marked = changes.days_marked(status, chosen, own["month_start_on"].min())
    screen.chart(
        trends.units_trend(own, look(status), inside, marked),
        name="office_units",
        title=_units_title(name, work, capacity),
        subtitle=t("offices.units_subtitle", unit=in_units, basis=basis(chosen.weight_scheme)),
        summary=t(
            "offices.units_summary",
            month=month(work["month"]),
            office=name,
            work=number(work["now"]),
            unit=in_units,
            capacity=number(capacity["now"]),
        )
        + changes.said(marked, chosen),
        table=own,
        columns=_units_columns(in_units),
        status=status,
        words=chosen.words,
        marts=("fct_area_line_months",),
    )


def kinds_of_work(status: dict, chosen: Chosen) -> None:
    """The three heaviest kinds of work of the office and the rest, each in its own small panel."""
    rows = since(
        questions.office_work_months(
            chosen.office, chosen.service_line, chosen.weight_scheme, chosen.weights
        ),
        chosen.since,
    )
    if rows.is_empty():
        return
    kinds = rows.unique("place").sort("place").to_dicts()
    names = {str(row["place"]): label(row) or t("offices.rest") for row in kinds}
    frame = rows.with_columns(panel=pl.col("place").cast(pl.String)).with_columns(
        label=pl.col("panel").replace_strict(names, return_dtype=pl.String)
    )
    drawn = frame.select("panel", day="month_start_on", amount="workload_units_avg")
    shares = readings.shares_reading(frame)
    in_units = unit(chosen.weight_scheme)
    said = [f"{share['label']} {percentage(share['share_pct'])}" for share in shares]
    marked = changes.days_marked(status, chosen, rows["month_start_on"].min())
    inside = words("offices", "not_open", "no_figure")
    screen.chart(
        panels.amounts_panels(drawn, names, look(status), inside, columns=2, changes=marked),
        name="office_types",
        title=t(
            "offices.types_title",
            label=shares[0]["label"],
            share=percentage(shares[0]["share_pct"]),
            office=part_names(chosen.among)[chosen.office],
        ),
        subtitle=t("offices.types_subtitle", unit=in_units, basis=basis(chosen.weight_scheme)),
        summary=t("offices.types_summary", month=month(rows["month_start_on"].max()), shares=listed(said))
        + changes.said(marked, chosen),
        table=frame,
        columns={
            "label": t("offices.column_kind"),
            "month_start_on": t("offices.column_month"),
            "workload_units_avg": t("offices.column_work", unit=in_units),
        },
        status=status,
        words=chosen.words,
        marts=("fct_office_work_months",),
    )


def every_scheme(status: dict, chosen: Chosen) -> None:
    """The same office under every weight scheme: there is no magic number."""
    rows = window_rows(chosen).filter(pl.col("office_id") == chosen.office)
    known = rows["workload_pct"].drop_nulls()
    if known.is_empty():
        return
    screen.chart(
        ranges.schemes_dots(rows, look(status), words("offices", "balance", "no_figure")),
        name="office_schemes",
        title=t(
            "offices.dots_title",
            office=part_names(chosen.among)[chosen.office],
            low=percentage(known.min()),
            high=percentage(known.max()),
        ),
        subtitle=t(
            "offices.dots_subtitle",
            window=chosen.label("time_window").lower(),
            scheme=chosen.label("weight_scheme"),
        ),
        summary=t("offices.dots_summary"),
        table=rows,
        columns={"scheme_label": t("offices.column_scheme"), "workload_pct": t("offices.column_pct")},
        status=status,
        words=chosen.words,
        marts=("fct_area_line_windows",),
    )


def _own_months(chosen: Chosen) -> pl.DataFrame:
    return months_asked(chosen).filter(pl.col("office_id") == chosen.office)


def _trend_title(name: str, own: pl.DataFrame) -> str:
    read = readings.change_reading(own, "workload_pct")
    if read["now"] is None:
        return t("offices.trend_title_unknown", office=name)
    known = {"office": name, "now": percentage(read["now"]), "month": month(read["month"])}
    if read["change"] is None:
        return t("offices.trend_title", **known)
    points = round(abs(read["change"]))
    if not points:
        return t("offices.trend_title_level", **known)
    return plural(f"offices.trend_title_{'up' if read['change'] > 0 else 'down'}", points, **known)


def _trend_summary(name: str, among: str, everything: pl.DataFrame, own: pl.DataFrame) -> str:
    read = readings.balance_reading(everything)
    ends = {"lowest": read["low"], "highest": read["high"], "whole": read["whole"]}
    said = [t("offices.trend_summary", area=among, **{end: percentage(pct) for end, pct in ends.items()})]
    begun = own["month_start_on"].min()
    if begun > everything["month_start_on"].min():
        said.append(t("offices.trend_begun", office=name, month=month(begun)))
    return " ".join(said)


def _event_list(groups: list[events.Group]) -> None:
    """What the numbers in the figure stand for; what nobody checked says so, and is no fact."""
    if not groups:
        return
    items = ("<br>".join(escape(_event_words(event)) for event in group) for group in groups)
    with st.expander(plural("offices.events", sum(map(len, groups)))):
        st.html(f'<ol class="mw-quiet">{"".join(f"<li>{item}</li>" for item in items)}</ol>')


def _event_words(event: dict) -> str:
    remarks = [t("offices.event_series_break")] if event["kind"] == "series_break" else []
    remarks += [] if event["basis"] in CHECKED else [t("offices.event_unchecked")]
    behind = f" ({', '.join(remarks)})" if remarks else ""
    return f"{day(event['happened_on'])}: {label(event)}{behind}"


def _units_title(name: str, work: dict, capacity: dict) -> str:
    if work["change_pct"] is None or capacity["change_pct"] is None:
        return t("offices.units_title_short", office=name)
    return t("offices.units_title", work=_went(work["change_pct"]), capacity=_went(capacity["change_pct"]))


def _went(change_pct: float) -> str:
    if abs(change_pct) < LEVEL:
        return t("offices.went_level")
    return t(f"offices.went_{'up' if change_pct > 0 else 'down'}", share=percentage(abs(change_pct)))


def _units_columns(in_units: str) -> dict[str, str]:
    return {
        "month_start_on": t("offices.column_month"),
        "workload_units_avg": t("offices.column_work", unit=in_units),
        "capacity_units_avg": t("offices.column_capacity", unit=in_units),
        "contract_fte_avg": t("offices.column_fte_contract"),
        "available_fte_avg": t("offices.column_fte_available"),
    }
