"""Applying a mapping: rows of an agency's file become rows of an entity, all still text."""

from collections import Counter

import polars as pl

from ingest.contract import ENTITIES, Column, Entity
from ingest.errors import BadInputError
from ingest.extracts.natives import NATIVE_SUFFIX
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import IS_DELETED, TEXT_SUFFIX
from ingest.layouts.cells import cells_of
from ingest.layouts.mapping import LeaveOut, Period, Shape, Table
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
        rows = _without_left_out(frame, shape.leave_out, left_out, table.formats.empty)
        parts.append(rows.select(*_cells(shape, entity), ROW_NUMBER))
    together = pl.concat(parts, how="diagonal")
    if table.is_distinct:
        before = together.height
        together = _each_once(together)
        left_out[REPEATED_ROW] += before - together.height
    return together, frame.height * len(table.shapes), +left_out


def _each_once(frame: pl.DataFrame) -> pl.DataFrame:
    """The first of the rows that say the same, however it was written; texts nobody can read are compared."""
    said = [
        pl.coalesce(name, name + TEXT_SUFFIX) if name + TEXT_SUFFIX in frame.columns else pl.col(name)
        for name in frame.columns
        if name != ROW_NUMBER and not name.endswith(TEXT_SUFFIX)
    ]
    return frame.filter(frame.select(pl.struct(said).is_first_distinct()).to_series())


def _refuse_missing_columns(frame: pl.DataFrame, shape: Shape, file: str) -> None:
    if shape.file_columns and shape.file_columns.isdisjoint(frame.columns):
        # Not quoted: a first row that is no header holds values, which may be about a person.
        way_out = (
            f"Deliver the file with a header; the mapping names {', '.join(sorted(shape.file_columns))}."
        )
        raise BadInputError("a first row that names no column of the mapping", way_out, file=file)
    for name in sorted(shape.file_columns - set(frame.columns)):
        there = ", ".join(column for column in frame.columns if _is_delivered(column))
        way_out = f"Deliver it or correct the mapping; columns there: {there}."
        raise BadInputError("a missing column that the mapping names", way_out, file=file, column=name)


def _is_delivered(column: str) -> bool:
    return column != ROW_NUMBER and not column.endswith(NATIVE_SUFFIX)


def _without_left_out(
    frame: pl.DataFrame, rules: tuple[LeaveOut, ...], counts: Counter[str], empty: tuple[str, ...]
) -> pl.DataFrame:
    for rule in rules:
        staying = frame.filter(~_applies(rule, empty))
        counts[rule.rule] += frame.height - staying.height
        frame = staying
    return frame


def _applies(rule: LeaveOut, empty: tuple[str, ...]) -> pl.Expr:
    cell = pl.col(rule.column)
    value = pl.when(~cell.is_in(list(empty))).then(cell) if empty else cell
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
    filled = [
        cell for target, filling in shape.columns.items() for cell in cells_of(filling, columns[target])
    ]
    return [cell.alias(target) for target, cell in cells.items() if target not in shape.columns] + filled


def _period_ends(period: Period) -> tuple[pl.Expr, pl.Expr]:
    """First day and first day after, as text; a year that cannot be read keeps its text."""
    text = pl.col(period.column)
    year = pl.when(text.str.contains(r"^\d{4}(\.0)?$")).then(text.str.slice(0, 4)).cast(pl.Int32)
    start = pl.date(year - int(period.starts_in_year_before), period.month, period.day)
    ends = (start, start.dt.offset_by(period.length))
    return tuple(day.dt.to_string("%Y-%m-%d").fill_null(text) for day in ends)
