"""Offices of a warehouse without cases: the figures that were published, and why there is no percentage."""

import polars as pl

from dashboards.charts import panels, readings
from dashboards.components import choosing, states, tables
from dashboards.components import panels as screen
from dashboards.queries import offices as questions
from dashboards.sections import look, named_offices, office_names
from dashboards.text import number, sentences, t


def series(status: dict) -> None:
    """One published series of every office, chosen by the reader, with its jumps to be checked."""
    figures = questions.published_figures()
    if figures.is_empty():
        states.not_delivered(t("offices.published_none"))
        return
    states.not_delivered(t("offices.published_why"))
    wanted = _chosen_series(figures)
    frame = figures.filter(pl.col("series") == wanted)
    breaks = questions.published_breaks().filter(pl.col("series") == wanted)
    _panels(status, frame, breaks, series_words(frame.row(0, named=True)))
    _breaks(status, breaks)


def series_words(row: dict) -> str:
    """A published series in words: its measure, and the kind of mandate where it has one."""
    known = f"measure_{row['measure']}" in sentences("offices")
    measure = (
        t(f"offices.measure_{row['measure']}") if known else row["measure"].replace("_", " ").capitalize()
    )
    kind = row["supervision_type"].replace("_", " ")
    return f"{measure}, {kind}" if kind else measure


def unit_words(unit: str) -> str:
    """The unit of a published figure in words; an unknown one as it was delivered."""
    return t(f"offices.unit_{unit}") if f"unit_{unit}" in sentences("offices") else unit.replace("_", " ")


def _chosen_series(figures: pl.DataFrame) -> str:
    """The series with most figures is the default: it says most."""
    sizes = figures.group_by("series").len().sort("len", "series", descending=[True, False])
    labels = {row["series"]: series_words(row) for row in figures.unique("series").to_dicts()}
    sources = {row["series"]: row["source"] for row in figures.unique("series").to_dicts()}
    if len(set(labels.values())) < len(labels):
        labels = {name: f"{words} ({sources[name]})" for name, words in labels.items()}
    options = sorted(labels, key=lambda name: labels[name])
    return choosing.select(
        "series", t("offices.published_measure"), options, sizes["series"][0], lambda name: labels[name]
    )


def _panels(status: dict, frame: pl.DataFrame, breaks: pl.DataFrame, measure: str) -> None:
    names = {office: name for office, name in office_names().items() if office in set(frame["office_id"])}
    read = readings.series_reading(frame, breaks)
    first = frame.row(0, named=True)
    screen.chart(
        panels.published_panels(frame, breaks, names, look(status), {"to_check": t("offices.to_check")}),
        name="offices_published",
        title=t("offices.published_title", measure=measure, **read),
        subtitle=t(
            "offices.published_subtitle",
            unit=unit_words(first["unit"]),
            first=read["first"],
            last=read["last"],
            source=first["source"],
        ),
        summary=t(
            "offices.published_summary",
            **{name: number(read[name]) for name in ("rows", "offices", "breaks")},
        ),
        table=named_offices(frame, names),
        columns={
            "office_name": t("offices.column_office"),
            "period_start_on": t("offices.column_period"),
            "period_last_on": t("offices.column_period_end"),
            "published_value": t("offices.column_published"),
            "unit": t("offices.column_unit"),
            "source": t("offices.column_source"),
            "edition": t("offices.column_edition"),
        },
        status=status,
        words=measure,
        marts=("fct_published_against_computed",),
    )


def _breaks(status: dict, breaks: pl.DataFrame) -> None:
    screen.heading(t("offices.breaks_title"), t("offices.to_check"))
    if breaks.is_empty():
        states.note(t("offices.breaks_none"))
        return
    tables.table(
        named_offices(breaks, office_names()),
        name="offices_breaks",
        caption=t("offices.breaks_title"),
        columns={
            "office_name": t("offices.column_office"),
            "period_start_on": t("offices.column_period"),
            "period_last_on": t("offices.column_period_end"),
            "previous_value": t("offices.column_previous"),
            "published_value": t("offices.column_published"),
            "change_pct": t("offices.column_change"),
        },
        status=status,
        marts=("fct_published_breaks",),
    )
