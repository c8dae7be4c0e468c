"""Files of a delivery as frames of text: every value as written, dates in ISO, nothing interpreted."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.delimited import delimited_file
from ingest.extracts.grids import Grid
from ingest.extracts.kinds import refuse_other_kind
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parquet import parquet_file
from ingest.extracts.table_wanted import TableWanted
from ingest.extracts.tidying import tidied, with_whole_ids
from ingest.extracts.workbook import workbook_file

WORKBOOKS = (".xlsx", ".xlsm")


@dataclass(frozen=True)
class Extract:
    """A file as text with ``row_number``, in words what else was in it, and which cells are numbers."""

    frame: pl.DataFrame
    aside: tuple[str, ...]
    numbers: pl.DataFrame


def text_file(
    path: Path, separator: str | None = None, sheet: str | None = None, wanted: TableWanted | None = None
) -> pl.DataFrame:
    """All rows of a file, every column text (empty = null), plus ``row_number`` (bigint).

    The row is the one a person finds: in ``.csv`` and workbooks as a spreadsheet numbers it, in ``.parquet``
    the first record is 1. BadInputError when the file is empty or cannot be read as what its name says.
    """
    return extract_file(path, separator, sheet, wanted).frame


def extract_file(
    path: Path, separator: str | None = None, sheet: str | None = None, wanted: TableWanted | None = None
) -> Extract:
    """The rows of a file as ``text_file`` gives them, with what was left aside."""
    wanted = wanted or TableWanted()
    refuse_unreadable(path)
    refuse_other_kind(path)
    grid = _grid(path, separator, sheet, wanted)
    numbered = tidied(grid.frame, grid.written_here).with_columns(grid.rows.alias(ROW_NUMBER))
    # Spreadsheets often end in rows that hold nothing; they were never delivered.
    is_filled = numbered.select(~pl.all_horizontal(pl.exclude(ROW_NUMBER).is_null())).to_series()
    rows = numbered.filter(is_filled)
    numbers = grid.numbers.filter(is_filled) if grid.numbers.width else grid.numbers
    rows = with_whole_ids(rows, wanted, path.name)
    notes = (f"rows above the header: {grid.notes}",) if grid.notes else ()
    return Extract(rows, notes + grid.aside, numbers)


def refuse_unreadable(path: Path) -> None:
    """BadInputError when a file holds nothing or cannot be opened."""
    way_out = "Deliver it again, readable by the user who runs the build."
    try:
        with path.open("rb") as file:
            first = file.read(1)
    except OSError as error:
        raise BadInputError("a file that cannot be opened", way_out, file=path.name) from error
    if not first:
        raise BadInputError("an empty file", "Deliver it with a header row.", file=path.name)


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _grid(path: Path, separator: str | None, sheet: str | None, wanted: TableWanted) -> Grid:
    kind = path.suffix.lower()
    if kind == ".parquet":
        return parquet_file(path, wanted)
    if kind in WORKBOOKS:
        return workbook_file(path, sheet, wanted)
    return delimited_file(path, separator, wanted.needed, wanted.skip)
