"""Applying a mapping: rows of an agency's file become rows of an entity, all still text."""

from collections import Counter

import polars as pl

from ingest.contract import ENTITIES, Column, Entity
from ingest.errors import BadInputError
from ingest.extracts.natives import NATIVE_SUFFIX
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import IS_DELETED, TEXT_SUFFIX
from ingest.layouts.cells import cells_of
from ingest.layouts.filling_settings import period_columns
from ingest.layouts.leaving_out import without_left_out
from ingest.layouts.log import folded, taken_shape
from ingest.layouts.mapping import Period, Shape, Table
from ingest.layouts.moments import moment_of

REPEATED_ROW = "repeated_row"
COUNTED = "counted_into_another_row"


def reshaped(frame: pl.DataFrame, table: Table, file: str) -> tuple[pl.DataFrame, int, Counter[str]]:
    """The entity's rows out of a file's text frame, how many there were, and those left out by rule.

    Dates become ISO days and numbers get a decimal point where the mapping's formats read them; what they
    do not read keeps its text and goes to quarantine later. BadInputError when the file lacks a column.
    """
    entity = ENTITIES[table.entity]
    left_out: Counter[str] = Counter()
    delivered = frame.height * len(table.shapes)
    for shape in table.shapes:
        _refuse_missing_columns(frame, shape, file)
    shapes = table.shapes
    if table.log is not None:
        frame, shapes = folded(frame, table, file, left_out), tuple(map(taken_shape, shapes))
    parts = []
    for shape in shapes:
        rows = without_left_out(frame, shape.leave_out, left_out, table.formats.empty)
        parts.append(_counted(rows.select(*_cells(shape, entity), ROW_NUMBER), shape, left_out))
    together = pl.concat(parts, how="diagonal")
    if table.is_distinct:
        before = together.height
        together = _each_once(together)
        left_out[REPEATED_ROW] += before - together.height
    return together, delivered, +left_out


def _counted(rows: pl.DataFrame, shape: Shape, left_out: Counter[str]) -> pl.DataFrame:
    """Where a column is filled by counting, one row per group of rows that are equal in all others."""
    counts = [target for target, filling in shape.columns.items() if filling.counts_rows]
    if not counts:
        return rows
    number = [name for target in counts for name in (target, target + TEXT_SUFFIX)]
    others = [name for name in rows.columns if name not in (*number, ROW_NUMBER)]
    count = pl.len().cast(pl.String)
    groups = rows.group_by(others, maintain_order=True).agg(
        pl.col(ROW_NUMBER).first(), *(count.alias(name) for name in number)
    )
    left_out[COUNTED] += rows.height - groups.height
    return groups.select(rows.columns)


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
    """First day and first day after, as text; a year or date that cannot be read keeps its text."""
    text = pl.lit(period.heading) if period.heading is not None else pl.col(period.column)
    if period.cut_to is not None:
        start = moment_of(text, period.formats).dt.date().dt.truncate(period.cut_to)
    else:
        year = pl.when(text.str.contains(r"^\d{4}(\.0)?$")).then(text.str.slice(0, 4)).cast(pl.Int32)
        start = pl.date(year - int(period.starts_in_year_before), period.month, period.day)
    ends = (start, start.dt.offset_by(period.length))
    return tuple(day.dt.to_string("%Y-%m-%d").fill_null(text) for day in ends)
