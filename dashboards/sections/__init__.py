"""Parts of the pages, a folder per page: each asks a question, draws its figure and says what is seen.

No SQL and no drawing. What several pages share is here and in `changes`.
"""

from datetime import date

import polars as pl

from dashboards import queries
from dashboards.charts.style import Look
from dashboards.components import explained
from dashboards.text import label, language, t


def look(status: dict) -> Look:
    """How figures address this reader: the language, and the word "synthetic" where rows are invented."""
    return Look(language(), t("common.synthetic") if status["is_synthetic"] else "")


def office_names() -> dict[str, str]:
    """Every office in the fixed order: id -> name."""
    return {row["id"]: label(row) for row in queries.choices("office")}


def part_names(among: str = queries.SERVICE) -> dict[str, str]:
    """The parts of the service or of a region in their fixed order: id -> name of a region or an office."""
    rows = [*queries.choices("region"), *queries.choices("office")]
    return {row["id"]: label(row) or t("common.no_region") for row in rows if row["parent_id"] == among}


def words(page: str, *keys: str) -> dict[str, str]:
    """Words for inside a figure: key -> the page's sentence of that key."""
    return {key: t(f"{page}.{key}") for key in keys}


def unit(weight_scheme: str) -> str:
    """The unit of a weight scheme in words; an agency's own unit as it is called in its seed."""
    name = queries.weight_scheme(weight_scheme)["unit"]
    known = {"hours_per_month", "points", "cases"}
    return t(f"offices.unit_{name}") if name in known else name.replace("_", " ")


def basis(weight_scheme: str) -> str:
    """`weights: assumed`, to stand beside every number that rests on weights."""
    return explained.basis(weight_scheme)


def since(frame: pl.DataFrame, first: date, column: str = "month_start_on") -> pl.DataFrame:
    """The rows of a period that begins on `first`."""
    return frame.filter(pl.col(column) >= first)


def named_offices(frame: pl.DataFrame, names: dict[str, str]) -> pl.DataFrame:
    """The rows of known offices in the fixed order, with `office_name` for tables and downloads."""
    order = {office: position for position, office in enumerate(names)}
    return (
        frame.filter(pl.col("office_id").is_in(list(names)))
        .with_columns(
            office_name=pl.col("office_id").replace_strict(names, default=None, return_dtype=pl.String),
            place=pl.col("office_id").replace_strict(order, default=None, return_dtype=pl.Int64),
        )
        .sort("place", maintain_order=True)
        .drop("place")
    )
