"""Applying a mapping: rows of an agency's file become rows of an entity, all still text."""

from collections import Counter

import polars as pl

from ingest.contract import ENTITIES, Column, Entity
from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import FIRST_YEAR, IS_DELETED, as_dates
from ingest.layouts.mapping import Filling, LeaveOut, Period, Shape, Table
from ingest.layouts.mapping_file import period_columns

REPEATED_ROW = "repeated_row"


def reshaped(frame: pl.DataFrame, table: Table, file: str) -> tuple[pl.DataFrame, int, Counter[str]]:
    """The entity's rows out of a file's text frame, how many there were, and those left out by rule.

    Dates become ISO days and numbers get a decimal point where the mapping's formats read them; what they
    do not read keeps its text and goes to quarantine later. BadInputError when the file lacks a column.
    """
    entity = ENTITIES[table.entity]
    left_out: Counter[str] = Counter()
    parts = []
    for shape in table.shapes:
        _refuse_missing_columns(frame, shape, file)
        rows = _without_left_out(frame, shape.leave_out, left_out)
        parts.append(rows.select(*_cells(shape, entity), ROW_NUMBER))
    together = pl.concat(parts, how="diagonal")
    if table.is_distinct:
        before = together.height
        together = together.unique(pl.exclude(ROW_NUMBER), keep="first", maintain_order=True)
        left_out[REPEATED_ROW] += before - together.height
    return together, frame.height * len(table.shapes), +left_out


def _refuse_missing_columns(frame: pl.DataFrame, shape: Shape, file: str) -> None:
    if shape.file_columns and shape.file_columns.isdisjoint(frame.columns):
        # Not quoted: a first row that is no header holds values, which may be about a person.
        way_out = (
            f"Deliver the file with a header; the mapping names {', '.join(sorted(shape.file_columns))}."
        )
        raise BadInputError("a first row that names no column of the mapping", way_out, file=file)
    for name in sorted(shape.file_columns - set(frame.columns)):
        there = ", ".join(column for column in frame.columns if column != ROW_NUMBER)
        way_out = f"Deliver it or correct the mapping; columns there: {there}."
        raise BadInputError("a missing column that the mapping names", way_out, file=file, column=name)


def _without_left_out(frame: pl.DataFrame, rules: tuple[LeaveOut, ...], counts: Counter[str]) -> pl.DataFrame:
    for rule in rules:
        staying = frame.filter(~_applies(rule))
        counts[rule.rule] += frame.height - staying.height
        frame = staying
    return frame


def _applies(rule: LeaveOut) -> pl.Expr:
    value = pl.col(rule.column)
    applies = {
        "empty": lambda: value.is_null() == rule.operand,
        "filled": lambda: value.is_not_null() == rule.operand,
        "in": lambda: value.is_in(list(rule.operand)),
        "not_in": lambda: ~value.is_in(list(rule.operand)),
        "matches": lambda: value.str.contains(rule.operand),
    }[rule.test]()
    return applies.fill_null(False)


def _cells(shape: Shape, entity: Entity) -> list[pl.Expr]:
    cells = {}
    if shape.period:
        cells = dict(zip(period_columns(entity), _period_ends(shape.period), strict=True))
    columns = {column.name: column for column in (*entity.columns, Column(IS_DELETED, "boolean"))}
    cells |= {target: _cell(filling, columns[target]) for target, filling in shape.columns.items()}
    return [cell.alias(target) for target, cell in cells.items()]


def _cell(filling: Filling, column: Column) -> pl.Expr:
    if filling.constant is not None:
        return pl.lit(filling.constant or None, pl.String)
    cell = pl.coalesce(filling.columns)
    if filling.values:
        translated = cell.replace(dict(filling.values))
        cell = pl.when(translated != "").then(translated)
    if filling.if_empty:
        cell = cell.fill_null(pl.lit(filling.if_empty))
    if column.kind == "date":
        return _iso_day(cell, filling)
    if column.kind in ("share", "decimal", "real"):
        return _with_decimal_point(cell, filling)
    return cell


def _iso_day(cell: pl.Expr, filling: Filling) -> pl.Expr:
    # Parquet and spreadsheets know dates: those arrive in ISO whatever the mapping says of texts.
    day = pl.coalesce(*(_day_in(cell, text) for text in filling.formats.dates), as_dates(cell))
    if filling.inclusive_end:
        day = day.dt.offset_by("1d")
    return day.dt.to_string("%Y-%m-%d").fill_null(cell)


def _day_in(cell: pl.Expr, date_format: str) -> pl.Expr:
    day = cell.str.to_date(date_format, strict=False)
    # Under %Y a year of two digits reads as the first century: no day anyone meant.
    return pl.when(day.dt.year() >= FIRST_YEAR).then(day)


def _with_decimal_point(cell: pl.Expr, filling: Filling) -> pl.Expr:
    if filling.formats.thousands:
        cell = cell.str.replace_all(filling.formats.thousands, "", literal=True)
    if filling.formats.decimal and filling.formats.decimal != ".":
        cell = cell.str.replace_all(filling.formats.decimal, ".", literal=True)
    return cell


def _period_ends(period: Period) -> tuple[pl.Expr, pl.Expr]:
    """First day and first day after, as text; a year that cannot be read keeps its text."""
    text = pl.col(period.column)
    year = pl.when(text.str.contains(r"^\d{4}(\.0)?$")).then(text.str.slice(0, 4)).cast(pl.Int32)
    start = pl.date(year - int(period.starts_in_year_before), period.month, period.day)
    ends = (start, start.dt.offset_by(period.length))
    return tuple(day.dt.to_string("%Y-%m-%d").fill_null(text) for day in ends)
