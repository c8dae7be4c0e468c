"""Keys: one row each, in a file and over all sources."""

import polars as pl

from ingest.contract import Entity
from ingest.errors import BadInputError
from ingest.extracts.origins import LINE, ROW_NUMBER, UID
from ingest.extracts.parsing import IS_DELETED, TEXT_SUFFIX
from ingest.extracts.spreadsheet_errors import is_spreadsheet_error


def each_row_once(
    frame: pl.DataFrame, entity: Entity, files: dict[int, str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows of a parsed frame without those that repeat an earlier one, and the repeated ones.

    BadInputError when two different rows have one key, unless the last one counts; an empty value counts as
    a value. ``files`` names the file of each line of the ledger. Keys that cannot be read, or are the error
    of a spreadsheet, are left to the quarantine.
    """
    keys = list(entity.key)
    readable = frame.lazy().filter(_is_read(entity)).select(UID, *keys).collect()
    if readable.n_unique(keys) == readable.height:
        return frame, frame.clear()
    shared = readable.filter(readable.select(pl.struct(keys).is_duplicated()).to_series())
    rows = frame.join(shared.select(UID), on=UID, how="semi").sort(UID).filter(~_has_error(entity))
    is_repeated = ~rows.select(pl.struct(_said(entity)).is_first_distinct()).to_series()
    repeated, rows = rows.filter(is_repeated), rows.filter(~is_repeated)
    different = rows.filter(~rows.select(pl.struct(keys).is_first_distinct()).to_series())
    if different.height and not entity.last_of_key_counts:
        raise key_refusal(different.head(1), entity, files[different[LINE][0]], "a duplicate key")
    return frame.join(repeated, on=UID, how="anti", maintain_order="left"), repeated


def _said(entity: Entity) -> list[pl.Expr]:
    """What a row says in each column: its value, or the text that could not be read."""
    typed = [column.name for column in entity.columns if column.kind != "text"]
    texts = [column.name for column in entity.columns if column.kind == "text"]
    unread = [
        pl.when(pl.col(name).is_null()).then(pl.col(name + TEXT_SUFFIX)).alias(name + TEXT_SUFFIX)
        for name in (*typed, IS_DELETED)
    ]
    return [*(pl.col(name) for name in (*texts, *typed, IS_DELETED)), *unread]


def _has_error(entity: Entity) -> pl.Expr:
    texts = [column.name for column in entity.columns if column.is_key and column.kind == "text"]
    return pl.any_horizontal(
        pl.lit(False), *(is_spreadsheet_error(pl.col(name)) for name in texts)
    ).fill_null(False)


def key_refusal(row: pl.DataFrame, entity: Entity, file: str, rule: str) -> BadInputError:
    """The refusal of a one-row frame for its key."""
    value = ", ".join("" if part is None else str(part) for part in row.select(entity.key).row(0))
    way_out = "Deliver each key once."
    return BadInputError(
        rule, way_out, file=file, row=row[ROW_NUMBER].item(), column=", ".join(entity.key), value=value
    )


def with_whole_key(frame: pl.DataFrame, entity: Entity) -> pl.DataFrame:
    """The rows whose key could be read and misses no required part."""
    required = [
        pl.col(column.name).is_not_null() for column in entity.columns if column.is_key and column.is_required
    ]
    return frame.filter(_is_read(entity), *required)


def _is_read(entity: Entity) -> pl.Expr:
    typed = [column.name for column in entity.columns if column.is_key and column.kind != "text"]
    return pl.all_horizontal(
        pl.lit(True), *(pl.col(name).is_not_null() | pl.col(name + TEXT_SUFFIX).is_null() for name in typed)
    )
