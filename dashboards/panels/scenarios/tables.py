"""The results of a scenario as one long table: a row per area, service line, month and outcome."""

from datetime import date

import numpy as np
import polars as pl

from analysis.scenario.outcomes import OUTCOMES
from dashboards import queries
from dashboards.panels import few
from dashboards.panels.scenarios.frames import Result
from dashboards.text import t
from dashboards.view import View

COLUMNS = {
    "area_id": pl.String,
    "service_line": pl.String,
    "month_start_on": pl.Date,
    "outcome": pl.String,
    "low": pl.Float64,
    "central": pl.Float64,
    "high": pl.Float64,
    "why_empty": pl.String,
}


def every_row(found: Result, view: View) -> pl.DataFrame:
    """The area first, then its parts in their order, each outcome by month.

    A part of too few people, or that cannot be simulated on its own, has rows without figures that say why.
    """
    area, places = view.choice.area, {part: place for place, part in enumerate(found.parts)}
    rows = [_of(found, "", 0, area)]
    for part in _parts_of(view):
        if part in places:
            rows.append(_of(found, part, places[part], part))
        else:
            why = few.sentence() if part in found.hidden else t("scenarios.not_alone")
            rows.append(without_figures(part, found.months, why))
    line = pl.lit(view.choice.service_line)
    return pl.concat(rows).with_columns(service_line=line).select(list(COLUMNS)).cast(COLUMNS)


def without_figures(area: str, months: tuple[date, ...], why: str) -> pl.DataFrame:
    """The rows of an area that has no figures, in every month and outcome."""
    grid = pl.DataFrame({"outcome": OUTCOMES}).join(pl.DataFrame({"month_start_on": months}), how="cross")
    nothing = pl.lit(None, pl.Float64)
    return grid.select(
        pl.lit(area).alias("area_id"),
        "month_start_on",
        "outcome",
        *(nothing.alias(name) for name in ("low", "central", "high")),
        pl.lit(why).alias("why_empty"),
    )


def _of(found: Result, part: str, place: int, area: str) -> pl.DataFrame:
    """The rows of an area with figures; what is without end, or without staff, is empty and says so."""
    by_outcome = []
    for outcome in OUTCOMES:
        low, central, high = found.bands[outcome][place]
        why = t("scenarios.no_staff" if outcome == "workload_pct" else "scenarios.none_leaves")
        by_outcome.append(
            pl.DataFrame(
                {"month_start_on": found.months, "low": low, "central": central, "high": high}
            ).with_columns(pl.lit(outcome).alias("outcome"), _why(low, central, high, why))
        )
    bands = ("low", "central", "high")
    return pl.concat(by_outcome).select(
        pl.lit(area).alias("area_id"),
        "month_start_on",
        "outcome",
        *(pl.when(pl.col(name).is_finite()).then(pl.col(name)).alias(name) for name in bands),
        "why_empty",
    )


def _why(low: np.ndarray, central: np.ndarray, high: np.ndarray, why: str) -> pl.Series:
    is_whole = np.isfinite(low) & np.isfinite(central) & np.isfinite(high)
    return pl.Series("why_empty", [None if whole else why for whole in is_whole], dtype=pl.String)


def _parts_of(view: View) -> list[str]:
    """The parts of the area in their fixed order, by id."""
    rows = [*queries.choices(view.reader, "region"), *queries.choices(view.reader, "office")]
    return [row["id"] for row in rows if row["parent_id"] == view.choice.area]
