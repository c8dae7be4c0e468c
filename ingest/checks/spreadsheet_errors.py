"""Cells that hold the error of a spreadsheet instead of a value: a rule of its own, in every column."""

import polars as pl

from ingest.checks.verdicts import BREACHES, breaches
from ingest.contract import Entity
from ingest.extracts.origins import UID
from ingest.extracts.parsing import TEXT_SUFFIX
from ingest.extracts.spreadsheet_errors import is_spreadsheet_error, may_be_spreadsheet_error


def error_cells(frame: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """Breaches of ``spreadsheet_error`` in a parsed frame, one per cell."""
    if frame.is_empty():
        return pl.DataFrame(schema=BREACHES)
    texts = {column.name: _text(column.name, column.kind) for column in entity.columns}
    suspects = frame.lazy().select(may_be_spreadsheet_error(text).any() for text in texts.values()).collect()
    names = [name for name, is_suspect in zip(texts, suspects.row(0), strict=True) if is_suspect]
    found = [
        frame.lazy()
        .filter(is_spreadsheet_error(texts[name]))
        .select(UID, rule=pl.lit("spreadsheet_error"), column_name=pl.lit(name))
        .collect()
        for name in names
    ]
    return pl.concat([pl.DataFrame(schema=BREACHES), *(breaches(cells) for cells in found)])


def _text(name: str, kind: str) -> pl.Expr:
    if kind == "text":
        return pl.col(name).alias(name)
    # What was read as a value is no error; only what was not is looked at as text.
    unread = pl.when(pl.col(name).is_null()).then(pl.col(name + TEXT_SUFFIX))
    return unread.cast(pl.String).alias(name)
