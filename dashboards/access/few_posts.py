"""Capacity of fewer than five full-time posts is gone from rows: it would show who is away."""

import polars as pl

from dashboards.access.door import SMALLEST_SHOWN
from dashboards.access.few_people import FEW_MARK

_OF_CAPACITY = (
    "workload_pct",
    "capacity_units_avg",
    "contract_fte_avg",
    "available_fte_avg",
    "room_fte_avg",
)


def hidden_in_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with `is_of_few`; where true, what is capacity or comes from it is null.

    `rows`: `contract_fte_avg` and any columns of capacity. Where there is no post there is nobody to protect.
    """
    few = (pl.col("contract_fte_avg") > 0) & (pl.col("contract_fte_avg") < SMALLEST_SHOWN)
    return _without_capacity(rows.with_columns(few.fill_null(False).alias(FEW_MARK)))


def hidden_throughout(rows: pl.DataFrame) -> pl.DataFrame:
    """The same for the rows of one group over time: one of few hides all, for a gap would be noticed."""
    return _without_capacity(hidden_in_rows(rows).with_columns(pl.col(FEW_MARK).any()))


def _without_capacity(rows: pl.DataFrame) -> pl.DataFrame:
    gone = [name for name in _OF_CAPACITY if name in rows.columns]
    return rows.with_columns(pl.when(~pl.col(FEW_MARK)).then(name).alias(name) for name in gone)
