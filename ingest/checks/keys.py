"""Keys: one row each, in a file and over all sources."""

import polars as pl

from ingest.contract import Entity
from ingest.errors import BadInputError
from ingest.extracts.origins import LINE, ROW_NUMBER, UID
from ingest.extracts.parsing import TEXT_SUFFIX


def refuse_duplicate_keys(frame: pl.DataFrame, entity: Entity, files: dict[int, str]) -> None:
    """BadInputError when two rows of a parsed frame have one key; an empty value counts as a value.

    ``files`` names the file of each line of the ledger. Keys that cannot be read are left to the quarantine.
    """
    readable = frame.lazy().filter(_is_read(entity)).select(UID, LINE, ROW_NUMBER, *entity.key).collect()
    keys = list(entity.key)
    if readable.n_unique(keys) == readable.height:
        return
    repeated = readable.filter(~readable.select(pl.struct(keys).is_first_distinct()).to_series())
    row = repeated.sort(UID).head(1)
    raise key_refusal(row, entity, files[row[LINE].item()], "a duplicate key")


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
