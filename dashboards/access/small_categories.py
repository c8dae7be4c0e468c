"""Counts by category that say something of a person, such as a domain of needs: small ones are hidden.

What is shown of the parts of a service, of its categories and of all together is one table: a small count is
hidden with so much beside it that it does not follow from the rest (`groups`). A cell that is hidden for one
of its counts is hidden for all of them.
"""

from collections.abc import Collection

import polars as pl

from dashboards.access.groups import KEYS, hidden_groups
from dashboards.totals import TOTAL

_CELL = ["entity", "part_id", "category"]


def categories_cleared(rows: pl.DataFrame, personal: Collection[str]) -> pl.DataFrame:
    """The rows and their totals with `is_hidden`; every count of a hidden cell is null.

    `rows`: `entity`, `part_id` and `category`, `first_on` and `last_on`, and whole numbers, which are null
    where an entity has no such count. Totals have '' in the place of part or category. Entities other than
    `personal` are not hidden.
    """
    counts = [name for name, kind in rows.schema.items() if kind.is_integer()]
    whole = _with_totals(rows, counts)
    hidden = _hidden_cells(whole.filter(pl.col("entity").is_in(list(personal))), counts)
    marked = whole.join(hidden.with_columns(is_hidden=True), on=_CELL, how="left", maintain_order="left")
    return marked.with_columns(pl.col("is_hidden").fill_null(False)).with_columns(
        pl.when(~pl.col("is_hidden")).then(name).alias(name) for name in counts
    )


def _with_totals(rows: pl.DataFrame, counts: list[str]) -> pl.DataFrame:
    """The rows, with those of all parts, of all categories, and of both."""
    sums = [pl.when(pl.col(name).count() > 0).then(pl.col(name).sum()).alias(name) for name in counts]
    found = [
        rows.with_columns(pl.lit(TOTAL).alias(name) for name in gone)
        .group_by(_CELL, maintain_order=True)
        .agg(pl.col("first_on", "last_on").first(), *sums)
        for gone in ([], ["part_id"], ["category"], ["part_id", "category"])
    ]
    return pl.concat(found).unique(_CELL, keep="first", maintain_order=True).sort(_CELL)


def _hidden_cells(rows: pl.DataFrame, counts: list[str]) -> pl.DataFrame:
    """The cells that are hidden: `entity`, `part_id`, `category`."""
    layers = (
        rows.unpivot(counts, index=_CELL, variable_name="layer", value_name="people")
        .filter(pl.col("people") > 0)
        .select(
            *_CELL,
            # every count is a table of its own: where the groups have months
            month_start_on=pl.col("entity") + "." + pl.col("layer"),
            grade="category",
            people="people",
        )
    )
    hidden, given = pl.DataFrame(schema=rows.select(_CELL).schema), None
    while not layers.is_empty():
        marked = hidden_groups(layers, hidden=given).filter("is_hidden")
        cells = layers.join(marked, on=KEYS, how="semi").select(_CELL).unique()
        if cells.height == hidden.height:
            break
        hidden, given = cells, layers.join(cells, on=_CELL, how="semi").select(KEYS)
    return hidden
