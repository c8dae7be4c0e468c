"""Reading how a file writes its values: the keys that ``[formats]``, a table or a column may hold."""

import datetime as dt
from dataclasses import replace
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import polars as pl

from ingest.extracts.toml_tables import TomlTable
from ingest.layouts.mapping import AS_WRITTEN, Formats
from ingest.layouts.moments import has_offset, has_short_year

COLUMN_FORMATS = ("decimal", "thousands", "dates", "zone", "years_from", "empty", "no_end")
FORMATS = ("separator", *COLUMN_FORMATS)


def formats_in(entry: TomlTable, default: Formats) -> Formats:
    """The formats that a table of a mapping states, over ``default``; BadInputError on a mistake."""
    for key in ("separator", "decimal", "thousands"):
        if len(entry.get(key, str, ".")) != 1:
            raise entry.refusal(key, "not a single character", 'Write one character such as ";".')
    formats = replace(
        default,
        separator=entry.get("separator", str, default.separator),
        decimal=entry.get("decimal", str, default.decimal),
        thousands=entry.get("thousands", str, default.thousands),
        zone=_zone(entry) or default.zone,
        years_from=_years_from(entry) or default.years_from,
        dates=_date_formats(entry) or default.dates,
        empty=entry.texts("empty") or default.empty,
        no_end=entry.texts("no_end") or default.no_end,
    )
    if formats.thousands == (formats.decimal or "."):
        way_out = 'Write both, such as decimal = "," and thousands = ".".'
        raise entry.refusal("thousands", "the same sign for thousands and decimals", way_out)
    _refuse_open_questions(entry, formats)
    return formats


def _refuse_open_questions(entry: TomlTable, formats: Formats) -> None:
    """A format that leaves open which day a text means needs the key that says so."""
    for text in formats.dates:
        if has_offset(text) and formats.zone is None:
            rule = f"a date format with an offset ({text!r}), and no zone in which its day is taken"
            raise entry.refusal("zone", rule, f'Add zone = "Europe/Brussels", or zone = "{AS_WRITTEN}".')
        if has_short_year(text) and formats.years_from is None:
            rule = f"a date format with years of two digits ({text!r})"
            way_out = (
                "Add the first of the hundred years they may mean, such as years_from = 1950;"
                " or deliver years of four digits."
            )
            raise entry.refusal("years_from", rule, way_out)


def _zone(entry: TomlTable) -> str | None:
    zone = entry.get("zone", str)
    try:
        if zone not in (None, AS_WRITTEN):
            ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        way_out = f'Write such as "Europe/Brussels", or "{AS_WRITTEN}".'
        raise entry.refusal("zone", f"unknown time zone {zone!r}", way_out) from error
    return zone


def _years_from(entry: TomlTable) -> int | None:
    year = entry.get("years_from", int)
    if year is not None and not 1900 <= year <= 2000:
        raise entry.refusal("years_from", f"no first year {year}", "Write a year from 1900 to 2000.")
    return year


def _date_formats(entry: TomlTable) -> tuple[str, ...]:
    formats = entry.texts("dates")
    for text in formats:
        if not _tells_a_day(text):
            rule = f"not a date format: {text!r}"
            raise entry.refusal("dates", rule, 'Write one such as "%d/%m/%Y %H:%M".')
    return formats


def _tells_a_day(date_format: str) -> bool:
    """Whether a day written in this format is the same day when read again."""
    day = pl.Series([dt.datetime(2001, 11, 23, tzinfo=dt.UTC)])
    try:
        return day.dt.strftime(date_format).str.to_date(date_format).item() == dt.date(2001, 11, 23)
    except pl.exceptions.PolarsError:
        return False
