"""Rows that cannot both count: overlapping periods, of which the later goes, and two rows of one key."""

from collections.abc import Iterator

import polars as pl

from ingest.checks.verdicts import BREACHES, breaches
from ingest.contract import Entity
from ingest.extracts.origins import UID

_ENDLESS = pl.lit("9999-12-31").str.to_date()


def overlapping_rows(frame: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """Breaches of ``overlapping_period`` among rows whose dates can be read.

    In each group (officer and office, or case and officer) periods are kept in the order of their start,
    then of their place in the delivery; one that overlaps a kept period goes. Empty periods never overlap.
    """
    if not entity.no_overlap_within:
        return pl.DataFrame(schema=BREACHES)
    group = list(entity.no_overlap_within)
    periods = (
        frame.lazy()
        .select(UID, *group, "valid_from", valid_to=pl.col("valid_to").fill_null(_ENDLESS))
        .filter(pl.col("valid_from") < pl.col("valid_to"))
        .sort(*group, "valid_from", UID)
    )
    # Where any two periods of a group overlap, two neighbours do: only such groups are walked through.
    touches = (pl.col("valid_from") < pl.col("valid_to").shift(1)) & pl.all_horizontal(
        pl.col(name) == pl.col(name).shift(1) for name in group
    )
    suspects = periods.filter(touches).select(group).unique()
    walked = periods.join(suspects, on=group, how="semi").sort(*group, "valid_from", UID).collect()
    late = pl.DataFrame({UID: list(_late_uids(walked, group))}, schema={UID: pl.UInt32})
    return breaches(late.with_columns(rule=pl.lit("overlapping_period"), column_name=pl.lit("valid_from")))


def earlier_rows_of_a_key(frame: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """Breaches of ``assessed_again_that_day``: where the last row of a key counts, those before it."""
    if not entity.last_of_key_counts:
        return pl.DataFrame(schema=BREACHES)
    key = list(entity.key)
    rows = frame.lazy().select(UID, *key).drop_nulls().sort(UID).collect()
    if rows.n_unique(key) == rows.height:
        return pl.DataFrame(schema=BREACHES)
    earlier = rows.filter(~rows.select(pl.struct(key).is_last_distinct()).to_series())
    on_day = next(column.name for column in entity.columns if column.is_key and column.kind == "date")
    return breaches(earlier.with_columns(rule=pl.lit("assessed_again_that_day"), column_name=pl.lit(on_day)))


def _late_uids(periods: pl.DataFrame, group: list[str]) -> Iterator[int]:
    current, kept_until = None, None
    for uid, start, end, *key in periods.select(UID, "valid_from", "valid_to", *group).iter_rows():
        if key == current and start < kept_until:
            yield uid
        else:
            # In the order of their starts, the last kept period is the one that ends last.
            current, kept_until = key, end
