"""Where the data come from, source by source, and what changed since the version before."""

from datetime import date, timedelta

import polars as pl

from dashboards import queries
from dashboards.panel import Panel, nothing
from dashboards.panels.about.worded import in_words, listed_rows
from dashboards.queries import about as questions
from dashboards.text import day, number, percentage, plural, t
from dashboards.view import View

_EPOCH = date(1970, 1, 1)


def sources(view: View) -> Panel | None:
    """Up to which day each source knows; none for a single source whose last day rests on several rows."""
    rows = queries.sources(view.reader)
    if len(rows) < 2 and not any(row["as_of_file"] for row in rows):
        return None
    behind = sum(row["is_behind"] for row in rows)
    return listed_rows(
        "sources",
        pl.DataFrame([row | {"source_as_of": row["as_of"], "rests_on": _rests_on(row)} for row in rows]),
        ("source_system", "source_as_of", "days_behind", "deliveries", "rests_on"),
        t("about.sources_subtitle"),
        "dim_sources",
        title=plural("about.sources_behind", behind) if behind else t("about.sources_level"),
        stands_for={"source_as_of": "as_of"},
    )


def changes(view: View) -> Panel:
    """Which figures of this version differ from those of the one it replaces, those accepted first."""
    rows = questions.version_changes(view.reader)
    if rows.is_empty():
        return nothing("version_changes", t("about.changes_none"))
    units = rows["unit"]
    return listed_rows(
        "version_changes",
        rows.with_columns(
            in_words(rows["figure"], "figure").alias("figure"),
            in_words(rows["part"], "part").alias("part"),
            before=_amounts(rows["amount_before"], units),
            now=_amounts(rows["amount_now"], units),
            accepted=pl.Series([t("about.accepted_yes") if one else "" for one in rows["is_accepted"]]),
        ),
        ("figure", "part", "before", "now", "change_pct", "accepted"),
        t("about.changes_subtitle"),
        "fct_version_changes",
        title=plural("about.changes", rows.height),
        stands_for={"before": "amount_before", "now": "amount_now", "accepted": "is_accepted"},
    )


def _rests_on(row: dict) -> str:
    """The one row that a last day rests on, in words; empty where it is stated or rests on several."""
    if not row["as_of_file"]:
        return ""
    place = {"file": row["as_of_file"], "column": row["as_of_column"]}
    return t("about.one_row", row=number(row["as_of_row"]), **place)


def _amounts(amounts: pl.Series, units: pl.Series) -> pl.Series:
    words = [_amount(amount, unit) for amount, unit in zip(amounts, units, strict=True)]
    return pl.Series(words, dtype=pl.String)


def _amount(amount: float | None, unit: str) -> str:
    if amount is None:
        return t("about.part_none")
    if unit == "days":
        return day(_EPOCH + timedelta(days=round(amount)))
    return percentage(amount, 1) if unit == "percent" else number(amount)
