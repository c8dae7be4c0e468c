"""The rows that several panels of the page Outcomes are made from, and what is in the place of a panel."""

import polars as pl

from dashboards.choice import SERVICE
from dashboards.panel import Panel, hidden, not_delivered, nothing
from dashboards.panels.shares import FEWEST
from dashboards.queries import outcomes as questions
from dashboards.text import day, t
from dashboards.totals import TOTAL
from dashboards.view import View


def of_area(view: View, entity: str) -> pl.DataFrame:
    """What was counted in the area, a row per category and one of all ('')."""
    part = TOTAL if view.choice.area == SERVICE else view.choice.area
    return of_parts(view, entity).filter(pl.col("part_id") == part)


def of_parts(view: View, entity: str) -> pl.DataFrame:
    """The same of every part of the service, and of the service ('')."""
    return questions.twelve_months(view.reader, view.choice).filter(pl.col("entity") == entity)


def missing(view: View, entity: str, rows: pl.DataFrame, of: str) -> Panel | None:
    """What is in the place of a panel: not delivered, nothing of it here, or too few; None where it can be.

    ``of``: the count that its shares are of.
    """
    name = f"outcomes_{entity}"
    if not questions.is_delivered(view.reader, entity):
        return not_delivered(name, t(f"outcomes.{entity}_not_delivered"))
    if view.choice.has_regions and view.choice.office:
        return hidden(name, t(f"outcomes.{entity}_of_region"))
    whole = rows.filter(pl.col("category") == TOTAL)
    if whole.is_empty() or whole[of][0] == 0:
        return nothing(name, t(f"outcomes.{entity}_none"))
    if whole["is_hidden"][0] or whole[of][0] < FEWEST:
        return hidden(name, t(f"outcomes.{entity}_few"))
    return None


def months_said(rows: pl.DataFrame) -> dict[str, str]:
    """The first and the last day of the twelve months in words."""
    return {"first": day(rows["first_on"][0]), "last": day(rows["last_on"][0])}


def categories(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows that may be shown, without that of all categories together."""
    return rows.filter((pl.col("category") != TOTAL) & ~pl.col("is_hidden"))


def notes(rows: pl.DataFrame, own: str) -> tuple[str, ...]:
    """What is said under a panel: its own note, and that categories are left out where some are."""
    return (own, t("outcomes.some_hidden")) if rows["is_hidden"].any() else (own,)
