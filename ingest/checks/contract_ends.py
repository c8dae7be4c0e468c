"""Contracts that end where the next one begins, for a source that never closes the earlier one itself."""

import polars as pl

from ingest.extracts.origins import LINE, UID
from ingest.extracts.parsing import TEXT_SUFFIX

_GROUP = ("officer_id", "office_id")


def with_ends(contracts: pl.DataFrame, breached: pl.DataFrame, lines: list[int]) -> tuple[pl.DataFrame, int]:
    """The contracts of which each ends at the latest where the next one begins, and how many that closed.

    The next one is of the same officer and office, begins later, came with one of ``lines`` and breaks no
    rule of its own (``breached``).
    """
    is_read = pl.col("valid_to").is_not_null() | pl.col(f"valid_to{TEXT_SUFFIX}").is_null()
    sound = contracts.join(breached, on=UID, how="anti").filter(is_read, pl.col("valid_from").is_not_null())
    next_ones = sound.filter(pl.col(LINE).is_in(lines)).select(*_GROUP, next_from="valid_from").unique()
    following = (
        sound.join(next_ones, on=_GROUP)
        .filter(pl.col("next_from") > pl.col("valid_from"))
        .group_by(UID)
        .agg(pl.col("next_from").min())
    )
    together = contracts.join(following, on=UID, how="left", maintain_order="left")
    runs_on = pl.col("valid_to").is_null() | (pl.col("valid_to") > pl.col("next_from"))
    is_closed = pl.col("next_from").is_not_null() & runs_on
    closed = together.select(is_closed.sum()).item()
    ends = pl.when(is_closed).then(pl.col("next_from")).otherwise(pl.col("valid_to")).alias("valid_to")
    return together.with_columns(ends).drop("next_from"), closed
