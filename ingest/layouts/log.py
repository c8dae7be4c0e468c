"""A log of events or statuses: several rows of a file, each with a moment, become one row of an entity.

Rows are put in the order of their moments within what they are about (a case, a person). Then they become
one row each, or one row per spell: what was so at the end of a day, until a later day on which it is not.
"""

from collections import Counter
from dataclasses import replace

import polars as pl

from ingest.errors import BadInputError
from ingest.extracts.natives import NATIVE_SUFFIX
from ingest.extracts.origins import ROW_NUMBER
from ingest.layouts.leaving_out import applies, without_left_out
from ingest.layouts.mapping import Filling, Log, Shape, Table
from ingest.layouts.moments import moment_of

FOLDED = "folded_into_another_row"
_MOMENT, _GROUP, _DAY, _TAKEN = "__moment", "__group", "__day", "__taken"


def folded(frame: pl.DataFrame, table: Table, file: str, left_out: Counter[str]) -> pl.DataFrame:
    """One row per subject or spell of a log: the first filled value of each column, and what fillings take.

    ``left_out`` counts the rows that became part of another. BadInputError when a column is missing, or a row
    does not say whose it is or when it was: it has no place in the order of the others.
    """
    log = table.log
    _refuse_missing(frame, log, file)
    rows = without_left_out(frame, log.leave_out, left_out, table.formats.empty)
    rows = rows.with_columns(moment_of(pl.col(log.at), table.formats).alias(_MOMENT))
    _refuse_no_place(rows, log, file)
    made = _one_row_each(_grouped(rows.sort(*log.of, _MOMENT, ROW_NUMBER), log), table)
    left_out[FOLDED] += rows.height - made.height
    return made


def taken_shape(shape: Shape) -> Shape:
    """The shape of a table that reads a log: its columns are filled from what was taken."""
    columns = {
        target: replace(filling, columns=(target + _TAKEN,)) if filling.columns else filling
        for target, filling in shape.columns.items()
    }
    return replace(shape, columns=columns)


def _grouped(ordered: pl.DataFrame, log: Log) -> pl.DataFrame:
    """Rows with the number of their group: all of one subject, or neighbours with the same values."""
    if log.spell:
        days = ordered.with_columns(pl.col(_MOMENT).dt.date().alias(_DAY))
        ordered = days.unique([*log.of, _DAY], keep="last", maintain_order=True).drop(_DAY)
    begins = pl.any_horizontal(
        pl.col(name).ne_missing(pl.col(name).shift(1)) for name in (*log.of, *log.spell)
    )
    return ordered.with_columns(begins.cum_sum().cast(pl.UInt32).alias(_GROUP))


def _one_row_each(rows: pl.DataFrame, table: Table) -> pl.DataFrame:
    [shape] = table.shapes
    fillings = {target: one for target, one in shape.columns.items() if one.columns}
    taken = [
        cell for target, filling in fillings.items() for cell in _taken(target, filling, table, rows.columns)
    ]
    plain = [name for name in rows.columns if name not in (_GROUP, _MOMENT, ROW_NUMBER)]
    made = rows.group_by(_GROUP, maintain_order=True).agg(
        pl.col(ROW_NUMBER).first(), *(pl.col(name).drop_nulls().first() for name in plain), *taken
    )
    # What a spell lasts until is what the next one of the same subject begins with.
    following = [
        pl.col(name).shift(-1).over(table.log.of)
        for target, filling in fillings.items()
        if filling.take == "next"
        for name in (target + _TAKEN, target + _TAKEN + NATIVE_SUFFIX)
        if name in made.columns
    ]
    return made.with_columns(following).drop(_GROUP)


def _taken(target: str, filling: Filling, table: Table, columns: list[str]) -> list[pl.Expr]:
    """The text that a filling takes of a group, and whether it is a number of the file."""
    text = pl.coalesce(filling.columns)
    counts = text.is_not_null()
    if filling.where is not None:
        counts &= applies(filling.where, table.formats.empty)
    cells = {target + _TAKEN: text}
    if all(name + NATIVE_SUFFIX in columns for name in filling.columns):
        cells[target + _TAKEN + NATIVE_SUFFIX] = pl.coalesce(
            pl.when(pl.col(name).is_not_null()).then(pl.col(name + NATIVE_SUFFIX)) for name in filling.columns
        )
    chosen = {name: cell.filter(counts) for name, cell in cells.items()}
    taken = {name: cell.last() if filling.take == "last" else cell.first() for name, cell in chosen.items()}
    if filling.must_be_last:
        taken = {name: pl.when(counts.last()).then(cell) for name, cell in taken.items()}
    return [cell.alias(name) for name, cell in taken.items()]


def _refuse_no_place(rows: pl.DataFrame, log: Log, file: str) -> None:
    way_out = "Correct it at its source, or leave such rows out by a rule under [[tables.log.leave_out]]."
    unread = rows.filter(pl.col(_MOMENT).is_null()).head(1)
    if unread.height:
        row, value = unread.select(ROW_NUMBER, log.at).row(0)
        rule = "a row of a log without a moment that the date formats read"
        raise BadInputError(rule, way_out, file=file, row=row, column=log.at, value=value or "")
    for name in log.of:
        nobodys = rows.filter(pl.col(name).is_null()).head(1)
        if nobodys.height:
            rule = "a row of a log that does not say whose it is"
            raise BadInputError(rule, way_out, file=file, row=nobodys[ROW_NUMBER].item(), column=name)


def _refuse_missing(frame: pl.DataFrame, log: Log, file: str) -> None:
    tested = [rule.column for rule in log.leave_out]
    for name in (*log.of, log.at, *log.spell, *tested):
        if name not in frame.columns:
            there = ", ".join(
                column
                for column in frame.columns
                if column != ROW_NUMBER and not column.endswith(NATIVE_SUFFIX)
            )
            way_out = f"Deliver it or correct the mapping; columns there: {there}."
            raise BadInputError("a missing column that the mapping names", way_out, file=file, column=name)
