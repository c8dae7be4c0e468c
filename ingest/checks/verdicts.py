"""Breaches of rules, and the one that sends a row to quarantine."""

import polars as pl

from ingest.contract import Entity
from ingest.extracts.origins import UID

BREACHES = {UID: pl.UInt32, "rule": pl.String, "column_name": pl.String}

# A row is in quarantine once, under the first rule it breaks.
RULES = (
    "spreadsheet_error",
    "not_a_date",
    "not_a_number",
    "not_a_whole_number",
    "not_a_boolean",
    "missing_value",
    "unknown_office",
    "unknown_officer",
    "unknown_case",
    "unknown_audit",
    "unknown_category",
    "free_text",
    "not_first_of_month",
    "ends_before_start",
    "ended_before_opened",
    "delivered_before_requested",
    "delivered_before_assigned",
    "answered_before_received",
    "share_outside_0_1",
    "outside_bounds",
    "more_answers_than_invited",
    "part_above_whole",
    "fact_after_as_of",
    "assessed_again_that_day",
    "overlapping_period",
    "hangs_on_quarantined",
)
_RULE_ORDER = {rule: place for place, rule in enumerate(RULES)}


def breaches(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame cut to the columns and types of ``BREACHES``."""
    return frame.select(pl.col(name).cast(kind) for name, kind in BREACHES.items())


def first_breaches(found: list[pl.DataFrame], entity: Entity) -> pl.DataFrame:
    """One breach per row: the first rule in the order of ``RULES``, then the entity's first column."""
    together = pl.concat([pl.DataFrame(schema=BREACHES), *found])
    columns = {column.name: place for place, column in enumerate(entity.columns)}
    place = pl.col("rule").replace_strict(_RULE_ORDER, return_dtype=pl.Int32)
    column = pl.col("column_name").replace_strict(columns, default=-1, return_dtype=pl.Int32)
    return together.sort(UID, place, column).unique(UID, keep="first", maintain_order=True)
