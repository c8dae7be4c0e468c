"""The same work under every weight scheme: what may not be concluded from one percentage."""

import polars as pl

from dashboards import queries
from dashboards.charts import ranges, readings
from dashboards.panel import Panel, Table
from dashboards.panels import few
from dashboards.panels.offices import frames
from dashboards.panels.parts import named_parts, part_names, window_said, words
from dashboards.text import part_of, percentage, plural, t
from dashboards.view import View


def range_of_every_office(view: View) -> Panel | None:
    """How far the percentage of each office moves when the weights are others."""
    rows, names = frames.window_of_parts(view), part_names(view)
    if few.covers(rows):
        return None  # the first panel says why
    alike_pct = queries.noise_level(view.reader, "beside_all_offices_pct")
    read = readings.schemes_reading(rows, alike_pct)
    if not read["offices"]:
        return None
    inside = words("offices", "balance", "no_figure")
    return Panel(
        "offices_ranges",
        title=_ranges_title(read),
        subtitle=t("offices.ranges_subtitle", **_window_and_scheme(view)),
        chart=ranges.schemes_ranges(rows, names, view.look, inside, few.why(rows)),
        summary=_ranges_summary(read, alike_pct),
        table=Table(
            named_parts(rows, names),
            {
                "part_name": t("offices.column_office"),
                "scheme_label": t("offices.column_scheme"),
                "workload_pct": t("offices.column_pct"),
            },
            stands_for={"scheme_label": "weight_scheme"},
            missing=few.missing(rows),
        ),
        notes=few.notes(rows),
        marts=(frames.weighed("fct_area_line_windows", view),),
    )


def _ranges_title(read: dict) -> str:
    """For how many offices the scheme decides on which side of 100 % they are."""
    if not read["depends"]:
        return t(f"offices.ranges_title_none{'' if read['offices'] > 1 else '_of_one'}")
    return plural("offices.ranges_title", read["offices"], **read)


def _ranges_summary(read: dict, alike_pct: float) -> str:
    """Which side of 100 % offices are on, and how many pairs of them nothing tells apart."""
    said = t("offices.ranges_summary", **read)
    if not read["pairs"]:
        return said
    alike = part_of(
        "offices.ranges_alike", read["alike"], read["pairs"], **read, margin=percentage(alike_pct)
    )
    return f"{said} {alike}"


def schemes_of_one_office(view: View) -> Panel | None:
    """The office chosen under every weight scheme: there is no magic number."""
    rows = frames.window_of_parts(view).filter(pl.col("part_id") == view.choice.office)
    known = rows["workload_pct"].drop_nulls()
    if known.is_empty():
        return None
    ends = {"low": percentage(known.min()), "high": percentage(known.max())}
    alike = "_alike" if ends["low"] == ends["high"] else ""
    return Panel(
        "office_schemes",
        title=t(f"offices.dots_title{alike}", office=view.choice.label("office"), **ends),
        subtitle=t("offices.dots_subtitle", **_window_and_scheme(view)),
        chart=ranges.schemes_dots(rows, view.look, words("offices", "balance", "no_figure")),
        summary=t("offices.dots_summary"),
        table=Table(
            rows,
            {"scheme_label": t("offices.column_scheme"), "workload_pct": t("offices.column_pct")},
            stands_for={"scheme_label": "weight_scheme"},
        ),
        marts=(frames.weighed("fct_area_line_windows", view),),
    )


def _window_and_scheme(view: View) -> dict[str, str]:
    return {
        "window": window_said(view),
        "scheme": view.choice.label("weight_scheme"),
    }
