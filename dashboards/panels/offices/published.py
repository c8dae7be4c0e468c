"""Offices of a warehouse without cases: the figures that were published, and why there is no percentage."""

import polars as pl

from dashboards.charts import readings, small_multiples
from dashboards.filters.published_series import measure_words
from dashboards.panel import Panel, State, Table, not_delivered
from dashboards.panels.parts import named_parts, plain_office_names
from dashboards.queries import offices as questions
from dashboards.text import number, page_has, part_of, plural, t
from dashboards.totals import TOTAL
from dashboards.view import View


def no_cases(view: View) -> Panel:
    """Why nothing is computed here, and whether figures were published."""
    found = "none" if questions.published_figures(view.reader).is_empty() else "why"
    return not_delivered("offices_no_cases", t(f"offices.published_{found}"))


def published_series(view: View) -> Panel | None:
    """The series chosen, of every office, with its jumps to be checked."""
    figures = _figures(view)
    if figures.is_empty():
        return None
    jumps = _jumps(view)
    read = readings.series_reading(figures, jumps)
    first = figures.row(0, named=True)
    present = set(figures["part_id"])
    every_name = {TOTAL: t("offices.published_whole_service")} | plain_office_names(view)
    names = {part: name for part, name in every_name.items() if part in present}
    inside = {"to_check": t("offices.to_check")}
    return Panel(
        "offices_published",
        title=_title(figures, read, view),
        subtitle=_subtitle(first, read),
        chart=small_multiples.published_panels(figures, jumps, names, view.look, inside),
        summary=_summary(read),
        table=Table(
            named_parts(figures, names),
            _columns(published="published_value", unit="unit", source="source", edition="edition"),
            filters=measure_words(view.reader, first),
        ),
        marts=("fct_published_against_computed",),
    )


def breaks(view: View) -> Panel | None:
    """The figures of the series that differ by more than half from the period before: to be checked."""
    figures, jumps = _figures(view), _jumps(view)
    if figures.is_empty():
        return None
    heading = {"title": t("offices.breaks_title"), "subtitle": t("offices.to_check")}
    if jumps.is_empty():
        return Panel("offices_breaks", **heading, state=State.NOTHING, said=t("offices.breaks_none"))
    return Panel(
        "offices_breaks",
        **heading,
        table=Table(
            named_parts(jumps, {TOTAL: t("offices.published_whole_service")} | plain_office_names(view)),
            _columns(previous="previous_value", published="published_value", change="change_pct"),
            filters=measure_words(view.reader, figures.row(0, named=True)),
        ),
        marts=("fct_published_breaks",),
    )


def _title(figures: pl.DataFrame, read: dict, view: View) -> str:
    """In how many offices the series grew; of a series of the whole service alone its two ends."""
    first = figures.row(0, named=True)
    measure = measure_words(view.reader, first)
    if read["compared"]:
        return part_of("offices.published_title", read["grown"], read["compared"], measure=measure, **read)
    last = figures.sort("period_last_on").row(-1, named=True)
    ends = {"first": number(first["published_value"]), "last": number(last["published_value"])}
    years = {"first_year": first["period_last_on"].year, "last_year": last["period_last_on"].year}
    return t("offices.published_title_ends", measure=measure, **ends, **years)


def _summary(read: dict) -> str:
    counts = {name: number(read[name]) for name in ("rows", "offices", "breaks")}
    if not read["offices"]:
        return t("offices.published_summary_whole", **counts)
    return plural("offices.published_summary", read["offices"], **counts)


def unit_words(unit: str) -> str:
    """The unit of a published figure in words; an unknown one as it was delivered."""
    return t(f"offices.unit_{unit}") if page_has("offices", f"unit_{unit}") else unit.replace("_", " ")


def _subtitle(first: dict, read: dict) -> str:
    period = {"first": read["first"], "last": read["last"]}
    return t("offices.published_subtitle", unit=unit_words(first["unit"]), source=first["source"], **period)


def _columns(**columns: str) -> dict[str, str]:
    """The office and its period, and behind them these columns (name of the heading -> column)."""
    first = {"office": "part_name", "period": "period_start_on", "period_end": "period_last_on"}
    return {column: t(f"offices.column_{heading}") for heading, column in (first | columns).items()}


def _figures(view: View) -> pl.DataFrame:
    """The figures of the series chosen; empty where nothing was published, and so nothing could be chosen."""
    return _of_series(questions.published_figures(view.reader), view)


def _jumps(view: View) -> pl.DataFrame:
    return _of_series(questions.published_breaks(view.reader), view)


def _of_series(rows: pl.DataFrame, view: View) -> pl.DataFrame:
    return rows.filter(pl.col("series") == view.choice.published_series)
