"""The rows that several panels of the page Case mix are made from: those of the area and line chosen."""

from datetime import date

import polars as pl

from dashboards.panels.parts import labelled
from dashboards.queries import mix as questions
from dashboards.text import month, t
from dashboards.view import View

# From light to heavy; what else a delivery calls a level comes after these, and what is not known last.
LEVELS = ("low", "medium", "high")
NOT_ASSESSED = "not_assessed"
NOT_RECORDED = "not_recorded"
LEVEL_COLUMNS = ("risk_level_before", "risk_level")


def carried(view: View) -> pl.DataFrame:
    """The cases carried by aspect and category, in one month of every year."""
    return questions.carried_by_year(view.reader, view.choice)


def of_aspect(view: View, aspect: str) -> pl.DataFrame:
    """The cases carried by the categories of one aspect, in their order, with `label` in words."""
    rows = carried(view).filter(pl.col("aspect") == aspect)
    if aspect == "risk_level":
        rows = rows.sort(pl.col("category").map_elements(rank, return_dtype=pl.Int64), "month_start_on")
    kind = "work_type" if aspect == "supervision_type" else aspect
    named = labelled(view, kind, rows["category"]) if rows.height else rows["category"]
    return rows.with_columns(
        label=pl.when(pl.col("category") == "").then(pl.lit(t("mix.no_phase"))).otherwise(named)
    )


def risk_moves(view: View) -> pl.DataFrame:
    """The cases open before and at the end of twelve months, by their level on either day."""
    rows = questions.risk_moves(view.reader, view.choice)
    return rows.with_columns(
        pl.col(name).map_elements(rank, return_dtype=pl.Int64).alias(f"{name}_rank") for name in LEVEL_COLUMNS
    )


def endings(view: View) -> pl.DataFrame:
    """What ended by kind, reason and twelve months."""
    return questions.endings(view.reader, view.choice)


def by_sex(view: View) -> pl.DataFrame:
    """The cases carried in the last whole month by sex, small numbers hidden."""
    return questions.carried_by_sex(view.reader, view.choice)


def months_named(rows: pl.DataFrame) -> dict[date, str]:
    """The months of the rows in order: first day -> words."""
    return {day: month(day) for day in rows["month_start_on"].unique().sort()}


def last_month(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows of the last month."""
    return rows.filter(pl.col("month_start_on") == pl.col("month_start_on").max())


def area_words(view: View) -> dict[str, str]:
    """Area and service line in words, for subtitles."""
    return {"area": view.choice.label("office"), "line": view.choice.label("service_line")}


def rank(level: str) -> int:
    """The place of a level from light to heavy; levels of a service of its own come after, unknown last."""
    return LEVELS.index(level) if level in LEVELS else len(LEVELS) + (level == NOT_ASSESSED)
