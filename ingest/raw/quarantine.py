"""Rows that are kept out: what they broke and how they stood in their file."""

import polars as pl

from ingest.contract import Column, Entity
from ingest.extracts.origins import LINE, ROW_NUMBER, UID
from ingest.extracts.parsing import IS_DELETED, TEXT_SUFFIX
from ingest.raw.ledger import LedgerLine

QUARANTINE_SCHEMA = {
    "delivery": pl.String,
    "source_system": pl.String,
    "file": pl.String,
    "row_number": pl.Int64,
    "entity": pl.String,
    "rule": pl.String,
    "column_name": pl.String,
    "original_value": pl.String,
    "hint": pl.String,
    "record": pl.String,
}


def quarantined_rows(
    frame: pl.DataFrame,
    entity: Entity,
    breached: pl.DataFrame,
    hints: pl.DataFrame,
    lines: dict[int, LedgerLine],
) -> pl.DataFrame:
    """One row per breach: its origin, the rule, the text of the column, the hint and the row as JSON.

    What describes a person, or may be free text instead of a code, is left out: quarantine is published,
    and to mend a row at its source its keys are enough.
    """
    rows = frame.join(breached, on=UID).join(hints, on=UID, how="left").sort(UID)
    texts = [_text(column) for column in (*entity.columns, Column(IS_DELETED, "boolean"))]
    original = pl.coalesce(
        pl.lit(None, pl.String),
        *(pl.when(pl.col("column_name") == text.meta.output_name()).then(text) for text in texts),
    )
    selected = rows.select(
        *(_origin(attribute, lines).alias(attribute) for attribute in ("delivery", "source_system", "file")),
        ROW_NUMBER,
        pl.lit(entity.name).alias("entity"),
        "rule",
        "column_name",
        # What somebody typed may be about anybody.
        pl.when(pl.col("rule") != "free_text").then(original).alias("original_value"),
        "hint",
        pl.struct(_text(column) for column in entity.columns if not (column.is_personal or column.is_code))
        .struct.json_encode()
        .alias("record"),
    )
    return selected.cast(QUARANTINE_SCHEMA)


def _text(column: Column) -> pl.Expr:
    name = column.name if column.kind == "text" else column.name + TEXT_SUFFIX
    return pl.col(name).cast(pl.String).alias(column.name)


def _origin(attribute: str, lines: dict[int, LedgerLine]) -> pl.Expr:
    words = {
        "delivery": lambda line: line.delivery.name,
        "source_system": lambda line: line.delivery.source_system,
        "file": lambda line: line.file,
    }[attribute]
    numbers = pl.Series(list(lines), dtype=pl.UInt32)
    return pl.col(LINE).replace_strict(
        numbers, pl.Series([words(line) for line in lines.values()], dtype=pl.String)
    )
