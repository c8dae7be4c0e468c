"""Reading ``.csv`` files strictly: UTF-8, one separator, as many values in each row as in the header."""

import csv
from pathlib import Path

import polars as pl
import pyarrow as pa
from pyarrow import csv as arrow_csv

from ingest.errors import BadInputError
from ingest.extracts.headers import with_header

SEPARATORS = (",", ";")


def delimited_file(path: Path, separator: str | None = None) -> pl.DataFrame:
    """All values of a CSV file as text, columns as in its header; BadInputError when it is not clean.

    Without a ``separator`` the header decides: the comma or the semicolon, whichever it has more of.
    """
    header = _header_line(path)
    separator = separator or max(SEPARATORS, key=header.count)
    names = next(csv.reader([header], delimiter=separator), [])
    try:
        table = _arrow_table(path, len(names), separator)
    except pa.ArrowInvalid as error:
        raise _refusal(path, separator, len(names)) from error
    frame = with_header(pl.from_arrow(table), names, path.name)
    _refuse_open_quote(path, frame)
    return frame


def _header_line(path: Path) -> str:
    try:
        with path.open("rb") as file:
            line = file.readline()
        return line.decode("utf-8-sig").strip("\r\n").split("\r")[0]
    except UnicodeDecodeError as error:
        raise _not_utf8(path, 1) from error


def _arrow_table(path: Path, width: int, separator: str) -> pa.Table:
    # Names may be missing or repeated: numbers keep the columns apart until the header is checked.
    columns = [str(i) for i in range(width)]
    if _is_header_only(path):
        return pa.table({column: pa.array([], pa.string()) for column in columns})
    return arrow_csv.read_csv(
        path,
        read_options=arrow_csv.ReadOptions(column_names=columns, skip_rows=1, block_size=8_000_000),
        parse_options=arrow_csv.ParseOptions(delimiter=separator, newlines_in_values=True),
        convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string())),
    )


def _is_header_only(path: Path) -> bool:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        next(file, None)
        return not any(line.strip() for line in file)


def _refusal(path: Path, separator: str, width: int) -> BadInputError:
    """Find what the fast reader tripped over; never quotes the row, it may hold anything."""
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                return _not_utf8(path, number)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter=separator)
        for values in rows:
            if values and len(values) != width:
                rule = f"{len(values)} values where the header has {width} columns"
                way_out = "Use one separator throughout, quote values that contain it, deliver whole files."
                return BadInputError(rule, way_out, file=path.name, row=rows.line_num)
    way_out = "Write it again as UTF-8, comma or semicolon, with a header."
    return BadInputError("not a readable CSV file", way_out, file=path.name)


def _refuse_open_quote(path: Path, frame: pl.DataFrame) -> None:
    """A quote that is never closed swallows the rest of the file into one value."""
    if frame.height == 0:
        return
    with path.open("rb") as file:
        quotes = sum(chunk.count(b'"') for chunk in iter(lambda: file.read(1 << 20), b""))
    swallows = any("\n" in (value or "") for value in frame.row(-1))
    if quotes % 2 and swallows:
        way_out = "Close the quote, or double quotes inside values."
        raise BadInputError("a quote that is never closed", way_out, file=path.name, row=frame.height + 1)


def _not_utf8(path: Path, row: int) -> BadInputError:
    return BadInputError("not UTF-8", "Save the file as UTF-8.", file=path.name, row=row)
