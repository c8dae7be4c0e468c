"""A list of parts that fits on paper: those whose two amounts differ most, and all others in one row."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from dashboards.access.few_people import FEW_MARK
from dashboards.text import number, plural, t

OTHERS = "other parts"
_LINES = 4  # what the row of the others, and what is said of them, take on paper


@dataclass(frozen=True)
class Listed:
    """The rows to draw, in their order, and what is said of those that are not among them."""

    rows: pl.DataFrame
    names: dict[str, str]
    notes: tuple[str, ...] = ()


def listed(
    rows: pl.DataFrame, names: dict[str, str], differ: pl.Expr, amounts: Sequence[str], most: int | None
) -> Listed:
    """All parts where they are at most so many, or there is no bound; else fewer, and a row of the others.

    Args:
        rows: by ``part_id`` and ``weight_scheme``; null in the amounts of a part that may not be shown.
        names: what parts are called, in their order.
        differ: what is largest of the parts that are listed, a number per part.
        amounts: the columns that are added up over the others, of which those without an amount are none.
    """
    known = rows.filter(pl.col("part_id").is_in(list(names)))
    parts = known.group_by("part_id", maintain_order=True).agg(differ=differ)
    if most is None or parts.height <= most:
        return Listed(rows, names)
    shown = parts.drop_nulls().sort("differ", descending=True, maintain_order=True)["part_id"][
        : most - _LINES
    ]
    others = known.filter(~pl.col("part_id").is_in(shown.implode())).drop_nulls(amounts[0])
    count, hidden = (one["part_id"].n_unique() for one in (others, known.filter(FEW_MARK)))
    in_one = others.group_by("weight_scheme", maintain_order=True).agg(
        pl.lit(OTHERS).first().alias("part_id"),
        pl.col(amounts).sum(),
        pl.exclude(*amounts, "part_id").first(),
    )
    notes = [t("funding.fewer", shown=number(shown.len()), others=number(count))]
    notes += [plural("funding.fewer_hidden", hidden)] if hidden else []
    return Listed(
        pl.concat([known.filter(pl.col("part_id").is_in(shown.implode())), in_one.select(known.columns)]),
        names | {OTHERS: plural("funding.others", count)},
        tuple(notes),
    )
