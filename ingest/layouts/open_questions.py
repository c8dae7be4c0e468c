"""Dates of which a file leaves open what day they mean: refused, or said."""

import itertools

import polars as pl

from ingest.contract import ENTITIES, Entity
from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from ingest.layouts.cells import delivered_text
from ingest.layouts.mapping import AS_WRITTEN, Filling, Formats, Table
from ingest.layouts.moments import ISO_INSTANT, iso_moment, moment_in

# So many days, none after the 12th, are seldom chance: one column in twenty with three of them.
_TOO_FEW_DAYS = 3
_DAY_AND_MONTH = ("%d", "%e", "%m", "%D", "%x")


def open_questions(frame: pl.DataFrame, table: Table, file: str) -> list[str]:
    """What to say of the dates in a file; BadInputError where a text may be one day or another."""
    said = []
    kinds = {column.name: column.kind for column in ENTITIES[table.entity].columns}
    for shape in table.shapes:
        for target, filling in shape.columns.items():
            # A column that is missing is refused when the rows are shaped.
            is_there = filling.columns and set(filling.columns) <= set(frame.columns)
            if kinds.get(target) == "date" and is_there:
                said += _questions(frame, filling, file)
    return list(dict.fromkeys(said))


def refuse_instants(frame: pl.DataFrame, entity: Entity, file: str) -> None:
    """BadInputError where a file of the standard layout holds instants, which say no day without a zone."""
    for column in entity.columns:
        # A plain day has ten characters; only columns with longer texts can hold an instant.
        is_there = column.kind == "date" and column.name in frame.columns
        if is_there and (frame[column.name].str.len_bytes().max() or 0) > 10:
            _refuse_zone_missing(frame, Filling((column.name,), None, Formats()), file)


def _questions(frame: pl.DataFrame, filling: Filling, file: str) -> list[str]:
    _refuse_zone_missing(frame, filling, file)
    texts = frame.select(text=delivered_text(filling)).unique().drop_nulls()
    _refuse_two_days(frame, texts, filling, file)
    _refuse_swapped(frame, texts, filling, file)
    return _no_day_above_twelve(texts, filling, file)


def _refuse_zone_missing(frame: pl.DataFrame, filling: Filling, file: str) -> None:
    if filling.formats.zone is not None:
        return
    text = delivered_text(filling)
    unread = text.str.contains(ISO_INSTANT) & iso_moment(text, filling.formats).is_null()
    rule = "an instant with an offset, and no zone in which its day is taken"
    way_out = (
        f'Say zone = "Europe/Brussels" (or "{AS_WRITTEN}") under [formats] of a mapping, or deliver days.'
    )
    _refuse_first(frame, text, unread, filling, BadInputError(rule, way_out, file=file))


def _refuse_two_days(frame: pl.DataFrame, texts: pl.DataFrame, filling: Filling, file: str) -> None:
    formats = filling.formats
    for one, other in itertools.combinations(formats.dates, 2):
        days = [moment_in(pl.col("text"), text, formats).dt.date() for text in (one, other)]
        both = texts.filter(days[0] != days[1])["text"]
        rule = f"two date formats fit and give two days ({one} and {other})"
        refusal = BadInputError(rule, "Keep the one that this column is written in.", file=file)
        text = delivered_text(filling)
        _refuse_first(frame, text, text.is_in(both.implode()), filling, refusal)


def _refuse_swapped(frame: pl.DataFrame, texts: pl.DataFrame, filling: Filling, file: str) -> None:
    """A spreadsheet of another country takes 03/04 for a day of its own and leaves 23/04 a text."""
    cell = pl.col("text")
    native = (
        texts.filter(cell.str.contains(r"^\d{4}-\d{2}-\d{2}"))["text"]
        .str.slice(8, 2)
        .cast(pl.Int64, strict=False)
    )
    for text in _numeric(filling.formats):
        days = texts.select(moment_in(cell, text, filling.formats).dt.day()).to_series().drop_nulls()
        if min(len(native), len(days)) >= _TOO_FEW_DAYS and (native <= 12).all() and (days > 12).all():
            rule = "days up to the 12th stand as dates and later ones as text: day and month were swapped"
            way_out = (
                "Open the source as text, or with the day and month of its own country, and save it again."
            )
            texts_only = delivered_text(filling)
            is_text = moment_in(texts_only, text, filling.formats).is_not_null()
            _refuse_first(frame, texts_only, is_text, filling, BadInputError(rule, way_out, file=file))


def _no_day_above_twelve(texts: pl.DataFrame, filling: Filling, file: str) -> list[str]:
    said = []
    for text in _numeric(filling.formats):
        days = (
            texts.select(moment_in(pl.col("text"), text, filling.formats).dt.day()).to_series().drop_nulls()
        )
        if len(days) >= _TOO_FEW_DAYS and (days <= 12).all() and (days > 1).any():
            said.append(
                f"{file}: no day above 12 in {len(days)} dates of column {', '.join(filling.columns)} read as"
                f" {text}: are day and month swapped? If so, correct dates in the mapping."
            )
    return said


def _numeric(formats: Formats) -> list[str]:
    """Formats that write both day and month as a number, so that they can be taken for each other."""
    return [
        text for text in formats.dates if sum(sign in text for sign in _DAY_AND_MONTH) > 1 or "%D" in text
    ]


def _refuse_first(
    frame: pl.DataFrame, text: pl.Expr, concerned: pl.Expr, filling: Filling, refusal: BadInputError
) -> None:
    found = frame.filter(concerned).select(ROW_NUMBER, text=text).head(1)
    if found.height:
        refusal.row, refusal.value = found.row(0)
        refusal.column = ", ".join(filling.columns)
        raise refusal
