"""The rows that several panels of the page Outcomes are made from, and shares with their intervals."""

import polars as pl

from analysis.intervals import wilson
from dashboards.access.door import SMALLEST_SHOWN
from dashboards.choice import SERVICE
from dashboards.panel import Panel, hidden, not_delivered, nothing
from dashboards.queries import outcomes as questions
from dashboards.text import day, t
from dashboards.totals import TOTAL
from dashboards.view import View

# Of fewer no share is said: one more or less of them would move it by a tenth.
FEWEST = 2 * SMALLEST_SHOWN
SHARE = ("per_100", "per_100_low", "per_100_high")


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
        return hidden(name, t(f"outcomes.{entity}_few", fewest=FEWEST))
    return None


def place(view: View) -> dict[str, str]:
    """Area and service line in words, for subtitles."""
    return {"area": view.choice.label("office"), "line": view.choice.label("service_line")}


def months_said(rows: pl.DataFrame) -> dict[str, str]:
    """The first and the last day of the twelve months in words."""
    return {"first": day(rows["first_on"][0]), "last": day(rows["last_on"][0])}


def with_share(rows: pl.DataFrame, counted: str, of: str) -> pl.DataFrame:
    """The rows with the share and its interval in per cent, see `SHARE`; null of fewer than `FEWEST`."""
    enough = rows[of].fill_null(0) >= FEWEST
    known = rows.filter(enough)
    lower, upper = wilson(known[counted].to_numpy(), known[of].to_numpy())
    found = known.with_columns(
        pl.Series("per_100", 100 * known[counted] / known[of], pl.Float64),
        pl.Series("per_100_low", 100 * lower, pl.Float64),
        pl.Series("per_100_high", 100 * upper, pl.Float64),
    )
    keys = [name for name in ("part_id", "category") if name in rows.columns]
    return rows.join(found.select(*keys, *SHARE), on=keys, how="left", maintain_order="left")


def categories(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows without that of all categories together."""
    return rows.filter(pl.col("category") != TOTAL)


def bands(rows: pl.DataFrame, label: str = "label") -> pl.DataFrame:
    """The rows as ``charts.bands.percentage_bands`` wants them."""
    low, mid, high = (pl.col(SHARE[place]) for place in (1, 0, 2))
    return rows.select(name=label, low_pct=low, mid_pct=mid, high_pct=high)


def too_few() -> str:
    """What an empty cell means in these tables."""
    return t("outcomes.too_few_cell", fewest=FEWEST)
