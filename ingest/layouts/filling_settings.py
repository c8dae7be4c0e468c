"""Reading what fills a column, and which period a column means."""

import datetime as dt

from ingest.contract import Entity
from ingest.extracts.toml_tables import TomlTable
from ingest.layouts.format_settings import COLUMN_FORMATS, formats_in
from ingest.layouts.mapping import Filling, Formats, Log, Period
from ingest.layouts.row_settings import take_in, where_in

_SOURCES = ("column", "first_of", "constant", "row_number", "count", "heading", "cell")
_YEARS = ("calendar_year", "year_ending", "year_starting", "month", "day")
_CUTS = {"year_of_date": "1y", "quarter_of_date": "3mo", "month_of_date": "1mo"}


def filling_in(columns: TomlTable, target: str, formats: Formats, log: Log | None) -> Filling:
    """What fills the column ``target``; BadInputError on a mistake."""
    if isinstance(columns.entries[target], str):
        return Filling((columns.entries[target],), None, formats)
    entry = columns.table(target)
    keys = ("values", "if_empty", "inclusive_end", "take", "where", "must_be_last")
    entry.only((*_SOURCES, *keys, *COLUMN_FORMATS))
    if sum(source in entry.entries for source in _SOURCES) != 1:
        raise columns.refusal(target, "not exactly one source", f"Name one of {', '.join(_SOURCES)}.")
    column = entry.get("column", str)
    return Filling(
        columns=(column,) if column is not None else entry.texts("first_of"),
        constant=entry.get("constant", str),
        formats=formats_in(entry, formats),
        values=entry.words("values"),
        if_empty=entry.get("if_empty", str),
        inclusive_end=entry.get("inclusive_end", bool, False),
        take=take_in(entry, log),
        where=where_in(entry.table("where")) if "where" in entry.entries else None,
        must_be_last=entry.get("must_be_last", bool, False),
        row_number=entry.get("row_number", str),
        counts_rows=entry.get("count", bool, False),
        is_heading=entry.get("heading", bool, False),
        is_cell=entry.get("cell", bool, False),
    )


def period_columns(entity: Entity) -> tuple[str, str] | None:
    """The two columns of an entity that a period fills, None when it has none."""
    names = {column.name for column in entity.columns}
    pairs = (
        ("period_start_on", "period_end_on"),
        ("cohort_start_on", "cohort_end_on"),
        ("valid_from", "valid_to"),
    )
    return next((pair for pair in pairs if names.issuperset(pair)), None)


def period_in(entry: TomlTable, entity: Entity, formats: Formats) -> Period:
    """The period that a year, a date or a heading means; BadInputError on a mistake."""
    entry.only(("column", "heading", "is", "month", "day"))
    if period_columns(entity) is None:
        raise entry.refusal("column", f"{entity.name} has no period", "Leave the period out.")
    kind = entry.need("is", str)
    if kind not in (*_YEARS, *_CUTS):
        raise entry.refusal("is", f"unknown period {kind!r}", f"Allowed: {', '.join((*_YEARS, *_CUTS))}.")
    is_heading = entry.get("heading", bool, False)
    column = "" if is_heading else entry.need("column", str)
    if kind in _CUTS:
        length = _CUTS[kind]
        return Period(column, False, 1, 1, length, cut_to=length, formats=formats, is_heading=is_heading)
    return _of_year(entry, kind, column, is_heading)


def _of_year(entry: TomlTable, kind: str, column: str, is_heading: bool) -> Period:
    month = 1 if kind == "calendar_year" else entry.need("month", int)
    day = entry.need("day", int) if kind == "day" else 1
    try:
        dt.date(2001, month, day)
    except ValueError as error:
        raise entry.refusal(
            "month", "not a day of every year", "Write month 1-12 and an existing day."
        ) from error
    # A year that ends with June began on 1 July of the year before; one that ends with December did not.
    is_before = kind == "year_ending" and month < 12
    first_month = month % 12 + 1 if kind == "year_ending" else month
    length = {"month": "1mo", "day": "1d"}.get(kind, "1y")
    return Period(column, is_before, first_month, day, length, is_heading=is_heading)
