"""Reading ``.csv`` files strictly: UTF-8, one separator, as many values in each row as in the header."""

import io
import mmap
import re
from collections.abc import Collection, Iterator
from pathlib import Path

import polars as pl
import pyarrow as pa
from pyarrow import csv as arrow_csv

from ingest.errors import BadInputError
from ingest.extracts.grids import Grid
from ingest.extracts.headers import with_header
from ingest.extracts.preamble import LINES_SEARCHED, Beginning, beginning
from ingest.extracts.quotes import is_blank, refuse_loose_quotes, wrong_width

_BLANK_LINE = re.compile(rb"\n[ \t\r]*\n")
_BLANK_START = re.compile(rb"[ \t\r]*\n")
_NOTHING = re.compile(rb"[ \t\r\n]*")


def delimited_file(
    path: Path, separator: str | None = None, needed: Collection[str] = (), skip: int = 0
) -> Grid:
    """All values of a CSV file as text, columns as in its header; BadInputError when it is not clean.

    Without a ``separator`` a ``sep=`` line or the header decides: the comma or the semicolon, whichever it
    has more of. Lines above a header that has all ``needed`` columns are skipped, and the first ``skip``.
    """
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        start, offset = _beginning(content, separator, needed, skip, path.name)
        first_row = start.line + 2
        blank = _blank_rows(content, offset, start, path.name)
        try:
            table = _arrow_table(path, content, offset, start)
        except pa.ArrowInvalid as error:
            raise _refusal(content, offset, start, path.name) from error
    frame = with_header(pl.from_arrow(table), start.names, path.name)
    rows = pl.int_range(first_row, first_row + frame.height + len(blank), dtype=pl.Int64, eager=True)
    if blank:
        rows = rows.filter(~rows.is_in(blank))
    return Grid(frame, rows, start.notes)


def _beginning(
    content: mmap.mmap, separator: str | None, needed: Collection[str], skip: int, file: str
) -> tuple[Beginning, int]:
    """Where the table begins, and at which byte its first row does."""
    lines, ends = [], []
    for number, line in enumerate(iter(content.readline, b""), start=1):
        # Old programs end lines with a carriage return alone.
        for part in re.split(rb"\r(?!\n)", line) if b"\r" in line else [line]:
            ends.append((ends[-1] if ends else 0) + len(part) + 1)
            lines.append(_decoded(part, number, file))
        ends[-1] = content.tell()
        if len(lines) >= LINES_SEARCHED:
            break
    start = beginning(lines, separator, needed, skip)
    if start is None:
        raise BadInputError("an empty file", "Deliver it with a header row.", file=file)
    return start, ends[start.line]


def _decoded(line: bytes, row: int, file: str) -> str:
    try:
        return line.decode("utf-8-sig" if row == 1 else "utf-8").strip("\r\n")
    except UnicodeDecodeError as error:
        raise _not_utf8(file, row) from error


def _blank_rows(content: mmap.mmap, offset: int, start: Beginning, file: str) -> list[int]:
    """The rows below the header that hold nothing; BadInputError where quotes are loose."""
    has_quotes = content.find(b'"', offset) >= 0
    if not has_quotes and not _BLANK_LINE.search(content, offset) and not _BLANK_START.match(content, offset):
        return []
    first_row, width = start.line + 2, len(start.names)
    if has_quotes:
        try:
            return refuse_loose_quotes(_text(content, offset), start.separator, width, first_row, file)
        except UnicodeDecodeError as error:
            raise _refusal(content, offset, start, file) from error
    content.seek(offset)
    lines = enumerate(iter(content.readline, b""), start=first_row)
    return [row for row, line in lines if not line.strip()]


def _text(content: mmap.mmap, offset: int) -> Iterator[str]:
    content.seek(offset)
    return io.TextIOWrapper(io.BufferedReader(_Raw(content)), encoding="utf-8", newline="")


class _Raw(io.RawIOBase):
    """The rest of a mapped file as a stream that leaves the mapping open."""

    def __init__(self, content: mmap.mmap) -> None:
        self.content = content

    def readable(self) -> bool:
        """Always: it is made to be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:
        """Fill the buffer from where the mapping is; 0 at its end."""
        piece = self.content.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _arrow_table(path: Path, content: mmap.mmap, offset: int, start: Beginning) -> pa.Table:
    # Names may be missing or repeated: numbers keep the columns apart until the header is checked.
    columns = [str(i) for i in range(len(start.names))]
    if _NOTHING.fullmatch(content, offset):
        return pa.table({column: pa.array([], pa.string()) for column in columns})
    parsing = arrow_csv.ParseOptions(
        delimiter=start.separator,
        newlines_in_values=content.find(b'"', offset) >= 0,
        invalid_row_handler=_skip_blank,
    )
    with pa.memory_map(str(path)) as body:
        body.seek(offset)
        return arrow_csv.read_csv(
            body,
            read_options=arrow_csv.ReadOptions(column_names=columns, block_size=8_000_000),
            parse_options=parsing,
            convert_options=arrow_csv.ConvertOptions(column_types=dict.fromkeys(columns, pa.string())),
        )


def _skip_blank(row: arrow_csv.InvalidRow) -> str:
    return "skip" if not row.text.strip() else "error"


def _refusal(content: mmap.mmap, offset: int, start: Beginning, file: str) -> BadInputError:
    """Find what the fast reader tripped over; never quotes the row, it may hold anything."""
    content.seek(offset)
    width = len(start.names)
    for row, line in enumerate(iter(content.readline, b""), start=start.line + 2):
        try:
            values = line.decode("utf-8").rstrip("\r\n").split(start.separator)
        except UnicodeDecodeError:
            return _not_utf8(file, row)
        if b'"' not in line and not is_blank(values) and len(values) != width:
            return wrong_width(len(values), width, row, file)
    way_out = "Write it again as UTF-8, comma or semicolon, with a header."
    return BadInputError("not a readable CSV file", way_out, file=file)


def _not_utf8(file: str, row: int) -> BadInputError:
    return BadInputError("not UTF-8", "Save the file as UTF-8.", file=file, row=row)
