"""Column names as a file gives them: each filled, each once."""

from collections import Counter

import polars as pl

from ingest.contract import ENTITIES
from ingest.errors import BadInputError
from ingest.extracts.signs import tidy
from ingest.extracts.workbook_parts import letters

_CONTRACT_NAMES = frozenset(column.name for entity in ENTITIES.values() for column in entity.columns)


def with_header(
    frame: pl.DataFrame, header: list[str | None], file: str, first_column: int = 0, first_row: int = 2
) -> pl.DataFrame:
    """The frame under the names of ``header``; BadInputError on a repeated or a missing name.

    Spreadsheets export empty columns at the right edge: a nameless column without values is dropped.
    ``first_column`` (0 is A) and ``first_row`` say where the frame lies in its sheet.
    """
    names = [tidy(name) for name in header]
    if not any(names):
        raise BadInputError("an empty file", "Deliver it with a header row.", file=file)
    for name, times in Counter(names).items():
        if name and times > 1:
            raise _twice(names, name, file)
    places = dict(zip(frame.columns, names, strict=True))
    for number, (place, name) in enumerate(places.items(), start=first_column):
        if not name:
            _refuse_values(frame[place], letters(number), first_row, file)
    return frame.select(pl.col(place).alias(name) for place, name in places.items() if name)


def _twice(names: list[str], name: str, file: str) -> BadInputError:
    # A first row that is no header holds values, which may be about a person: those are never quoted.
    places = " and ".join(str(place) for place, other in enumerate(names, start=1) if other == name)
    rule = f"a column that occurs twice (columns {places})"
    shown = name if name in _CONTRACT_NAMES else None
    return BadInputError(rule, "Give every column a name of its own.", file=file, column=shown)


def _refuse_values(values: pl.Series, letter: str, first_row: int, file: str) -> None:
    filled = (values.fill_null("").str.strip_chars() != "").arg_max() if values.len() else None
    if filled is not None and (values[filled] or "").strip():
        rule = f"a value in column {letter}, which has no name"
        way_out = "Name every column in the header; keep notes out of the sheet."
        raise BadInputError(rule, way_out, file=file, row=first_row + filled)
