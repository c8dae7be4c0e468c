"""Files of a delivery as frames of text: every value as written, dates in ISO, nothing interpreted."""

import hashlib
from pathlib import Path

import fastexcel
import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.delimited import delimited_file
from ingest.extracts.headers import with_header
from ingest.extracts.origins import ROW_NUMBER

_UTC = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "UCT", "Zulu", "Etc/Zulu", "+00:00", "Etc/UCT")


def text_file(path: Path, separator: str | None = None, sheet: str | None = None) -> pl.DataFrame:
    """All rows of a file, every column text (empty = null), plus ``row_number`` (bigint).

    The row is the one a person finds: in ``.csv`` and ``.xlsx`` the header is row 1, in ``.parquet`` the
    first record. BadInputError when the file is empty or cannot be read as what its name says.
    """
    refuse_unreadable(path)
    kind = path.suffix.lower()
    if kind == ".parquet":
        frame, first_row = _parquet_file(path), 1
    elif kind == ".xlsx":
        frame, first_row = _xlsx_file(path, sheet), 2
    else:
        frame, first_row = delimited_file(path, separator), 2
    trimmed = pl.all().str.strip_chars()
    frame = frame.select(pl.when(trimmed != "").then(trimmed).name.keep())
    numbered = frame.with_columns(
        pl.int_range(first_row, pl.len() + first_row, dtype=pl.Int64).alias(ROW_NUMBER)
    )
    # Spreadsheets often end in rows that hold nothing; they were never delivered.
    return numbered.filter(~pl.all_horizontal(pl.exclude(ROW_NUMBER).is_null()))


def refuse_unreadable(path: Path) -> None:
    """BadInputError when a file holds nothing or cannot be opened."""
    way_out = "Deliver it again, readable for the user that builds."
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


def _parquet_file(path: Path) -> pl.DataFrame:
    try:
        frame = pl.read_parquet(path, memory_map=False)
    # A broken file surfaces as one of several errors, now and then as a panic of the reader.
    except (Exception, pl.exceptions.PanicException) as error:
        raise _unreadable(path, "Parquet") from error
    nested = [name for name, kind in frame.schema.items() if kind.is_nested() or kind == pl.Binary]
    if nested:
        way_out = "Deliver plain values: text, numbers, dates, booleans."
        raise BadInputError("a column of lists, records or bytes", way_out, file=path.name, column=nested[0])
    texts = frame.select(_as_text(name, kind) for name, kind in frame.schema.items())
    return with_header(texts, texts.columns, path.name)


def _as_text(name: str, kind: pl.DataType) -> pl.Expr:
    column = pl.col(name)
    if isinstance(kind, pl.Datetime):
        if kind.time_zone in _UTC:
            # An instant says no day by itself: which zone it is read in must be stated.
            return column.dt.to_string("%Y-%m-%d %H:%M:%S%:z").alias(name)
        # A wall-clock time stays what the source shows; midnight is a plain day.
        text = column.dt.to_string("%Y-%m-%d %H:%M:%S")
        return text.str.strip_suffix(" 00:00:00").alias(name)
    if kind == pl.Date:
        return column.dt.to_string("%Y-%m-%d").alias(name)
    return column.cast(pl.String).alias(name)


def _xlsx_file(path: Path, sheet: str | None) -> pl.DataFrame:
    try:
        book = fastexcel.read_excel(path)
    except (Exception, pl.exceptions.PanicException) as error:
        raise _unreadable(path, "an Excel workbook (.xlsx)") from error
    wanted = sheet or (path.stem if path.stem in book.sheet_names else book.sheet_names[0])
    if wanted not in book.sheet_names:
        way_out = f"Sheets there: {', '.join(book.sheet_names)}."
        raise BadInputError(f"no sheet {wanted!r}", way_out, file=path.name)
    # Without a header row the reader keeps repeated and missing names as they stand.
    cells = book.load_sheet(wanted, header_row=None, dtypes="string").to_polars()
    if cells.is_empty():
        raise BadInputError("an empty file", "Deliver it with a header row.", file=path.name)
    body = cells.slice(1).select(pl.all().str.strip_suffix(" 00:00:00"))
    return with_header(body, list(cells.row(0)), path.name)


def _unreadable(path: Path, kind: str) -> BadInputError:
    return BadInputError(f"not readable as {kind}", "Deliver the whole file again.", file=path.name)
