"""What lies in the middle of a number of parts: a figure of all of them together, and of no part.

The median of an even number is the mean of the two in the middle (Hyndman and Fan, The American Statistician
50 (1996), where every definition of a quantile agrees on it).
"""

from collections.abc import Sequence

import polars as pl


def medians(rows: pl.DataFrame, by: Sequence[str], column: str, least: int) -> pl.DataFrame:
    """One row per group of `by`: `median` of `column` over its rows, in the unit of the column.

    `rows`: one per part and group; a null is a part of which the figure is not known, and counts for nothing.
    `median` is null where fewer than `least` parts are known: `known` says how many. Groups come sorted.
    """
    known = pl.col(column).is_not_null().sum().cast(pl.Int64)
    median = pl.when(known >= least).then(pl.col(column).median())
    return rows.group_by(by).agg(median=median, known=known).sort(by)
