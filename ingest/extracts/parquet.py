"""Reading ``.parquet`` files: plain values as text, checked before anything shows them."""

from collections import Counter
from pathlib import Path

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.grids import Grid
from ingest.extracts.headers import with_header
from ingest.extracts.kinds import read_as
from ingest.extracts.table_wanted import TableWanted

KIND = "Parquet"
_PLAIN = (pl.String, pl.Categorical, pl.Enum, pl.Boolean, pl.Date, pl.Datetime, pl.Null, pl.Decimal)
_UTC = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "UCT", "Zulu", "Etc/Zulu", "+00:00", "Etc/UCT")
_TEXTS = (pl.String, pl.Categorical, pl.Enum)
_PER_DAY = {"ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}
# Days since 1970-01-01 that a calendar of four-digit years knows: from 0001-01-01 to 9999-12-31.
_FIRST_DAY, _LAST_DAY = -719_162, 2_932_896
# Above it not every whole number has a floating-point number of its own.
_LARGEST_WHOLE = 2**53


def parquet_file(path: Path, wanted: TableWanted) -> Grid:
    """All plain columns of a Parquet file; BadInputError when a column that is loaded has no plain values.

    Of columns outside the contract only those of plain values are read: they are searched for person data.
    """
    with read_as(path, KIND):
        schema = pl.read_parquet_schema(path)
    plain = []
    for name, kind in schema.items():
        if _is_plain(kind):
            plain.append(name)
        elif wanted.uses(name):
            way_out = "Deliver plain values: text, numbers, dates, booleans."
            rule = f"a column of {_said(kind)}"
            raise BadInputError(rule, way_out, file=path.name, column=name)
    with read_as(path, KIND):
        frame = pl.read_parquet(path, columns=plain, memory_map=False)
    for name in plain:
        _refuse_days_of_no_calendar(frame[name], path.name)
        if wanted.is_id(name):
            _refuse_long_floats(frame[name], path.name)
    with read_as(path, KIND):
        texts = frame.select(_as_text(frame[name]) for name in plain)
    rows = pl.int_range(1, texts.height + 1, dtype=pl.Int64, eager=True)
    kinds = Counter(_said(kind) for name, kind in schema.items() if name not in plain)
    aside = tuple(f"columns of {kind}: {count}" for kind, count in kinds.items())
    written_here = frozenset(name for name in plain if not isinstance(schema[name], _TEXTS))
    frame = with_header(texts, texts.columns, path.name, first_row=1)
    flags = {
        name: pl.Series([schema[name].is_numeric()]).new_from_index(0, rows.len())
        for name in plain
        if wanted.may_be_written_otherwise(name)
    }
    return Grid(frame, rows, aside=aside, written_here=written_here, numbers=pl.DataFrame(flags))


def _is_plain(kind: pl.DataType) -> bool:
    return kind.is_numeric() or isinstance(kind, _PLAIN)


def _said(kind: pl.DataType) -> str:
    if kind.is_nested() or isinstance(kind, pl.Binary):
        return "lists, records or bytes"
    names = {pl.Duration: "durations", pl.Time: "times of day"}
    return names.get(kind.base_type(), "a type that only its own program knows")


def _refuse_days_of_no_calendar(values: pl.Series, file: str) -> None:
    """Dates are checked as the numbers they are: showing one that no calendar knows may end the reader."""
    kind = values.dtype
    if not isinstance(kind, pl.Date | pl.Datetime):
        return
    per_day = _PER_DAY[kind.time_unit] if isinstance(kind, pl.Datetime) else 1
    numbers = values.to_physical()
    outside = (numbers < _FIRST_DAY * per_day) | (numbers >= (_LAST_DAY + 1) * per_day)
    if outside.any():
        way_out = "Deliver days from the year 1 to 9999; leave no end empty."
        rule = "a date that no calendar knows"
        raise BadInputError(rule, way_out, file=file, row=outside.arg_max() + 1, column=values.name)


def _refuse_long_floats(values: pl.Series, file: str) -> None:
    is_long = values.abs() >= _LARGEST_WHOLE if values.dtype.is_float() else pl.Series([], dtype=pl.Boolean)
    if is_long.any():
        rule = "a number with more digits than a floating-point number keeps"
        way_out = "Deliver the column as text or as whole numbers: its last digits are lost here."
        raise BadInputError(rule, way_out, file=file, row=is_long.arg_max() + 1, column=values.name)


def _as_text(values: pl.Series) -> pl.Series:
    kind = values.dtype
    if isinstance(kind, pl.Datetime):
        if kind.time_zone in _UTC:
            # An instant says no day by itself: the zone in which it is read must be stated.
            return values.dt.to_string("%Y-%m-%d %H:%M:%S%:z")
        # A wall-clock time stays what the source shows; midnight is a plain day.
        return values.dt.to_string("%Y-%m-%d %H:%M:%S").str.strip_suffix(" 00:00:00")
    if kind == pl.Date:
        return values.dt.to_string("%Y-%m-%d")
    if kind.is_float() and _is_whole(values):
        # Libraries without an empty whole number turn 17 into 17.0 once a value in the column is missing.
        return values.fill_nan(None).cast(pl.Int64).cast(pl.String)
    return values.cast(pl.String)


def _is_whole(values: pl.Series) -> bool:
    filled = values.fill_nan(None).drop_nulls()
    return bool(((filled == filled.round(0)) & (filled.abs() < _LARGEST_WHOLE)).all())
