"""What panels of several pages need of areas and periods: names in a fixed order, rows of a period."""

from datetime import date

import polars as pl

from dashboards import known_until, queries
from dashboards.choice import SERVICE
from dashboards.text import month, t
from dashboards.view import View


def office_names(view: View) -> dict[str, str]:
    """Every office in the fixed order: id -> name, with the day where its source stopped."""
    rows = queries.choices(view.reader, "office")
    return {row["id"]: known_until.marked(view, row, queries.called(view.reader, row)) for row in rows}


def plain_office_names(view: View) -> dict[str, str]:
    """Every office in the fixed order: id -> name, for what no source of cases delivered."""
    return {row["id"]: queries.called(view.reader, row) for row in queries.choices(view.reader, "office")}


def part_names(view: View, among: str | None = None) -> dict[str, str]:
    """The parts that are compared, in their fixed order: id -> name of a region or an office.

    A part whose source stopped before the last day of the data has that day behind its name. `among` is the
    service or a region; the one of the view unless given.
    """
    area = view.choice.among if among is None else among
    rows = [*queries.choices(view.reader, "region"), *queries.choices(view.reader, "office")]
    return {
        row["id"]: known_until.marked(view, row, queries.called(view.reader, row) or t("common.no_region"))
        for row in rows
        if row["parent_id"] == area
    }


def service_parts(view: View) -> dict[str, str]:
    """The parts of the whole service, whatever is chosen: id -> name."""
    return part_names(view, SERVICE)


def named_parts(rows: pl.DataFrame, names: dict[str, str]) -> pl.DataFrame:
    """The rows of known parts in the fixed order, with `part_name` for tables and downloads."""
    ranks = {part: rank for rank, part in enumerate(names)}
    return (
        rows.filter(pl.col("part_id").is_in(list(names)))
        .with_columns(
            part_name=pl.col("part_id").replace_strict(names, default=None, return_dtype=pl.String),
            rank=pl.col("part_id").replace_strict(ranks, default=None, return_dtype=pl.Int64),
        )
        .sort("rank", maintain_order=True)
        .drop("rank")
    )


def window_said(view: View) -> str:
    """The period chosen in the midst of a sentence; a month by its name."""
    if view.choice.time_window == "month":
        return month(view.status.as_of)
    return view.choice.label("time_window").lower()


def place_chosen(view: View, *more: str) -> dict[str, str]:
    """What a link opens with: the region or office chosen, and what ``more`` filters chose."""
    chosen = {name: view.choice.of(name) for name in ("region", "office", *more)}
    return {name: one for name, one in chosen.items() if one}


def labelled(view: View, kind: str, codes: pl.Series) -> pl.Series:
    """Every code as it is called in the reader's language, see `queries.label_of`."""
    labels = {code: queries.label_of(view.reader, kind, code) for code in codes.drop_nulls().unique()}
    return codes.replace_strict(labels, default=None, return_dtype=pl.String)


def since(rows: pl.DataFrame, first: date, column: str = "month_start_on") -> pl.DataFrame:
    """The rows of a period that begins on `first`."""
    return rows.filter(pl.col(column) >= first)


def words(page: str, *keys: str) -> dict[str, str]:
    """Words for inside a chart: key -> the page's sentence of that key."""
    return {key: t(f"{page}.{key}") for key in keys}
