"""What fills one column of an entity: the text as delivered, and beside it what can be read of it."""

from collections.abc import Iterable

import polars as pl

from ingest.contract import ENTITIES, NUMBERS, Column
from ingest.extracts.natives import NATIVE_SUFFIX
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import TEXT_SUFFIX
from ingest.layouts.figures import number_of, reads_numbers
from ingest.layouts.mapping import Filling, Formats, Table
from ingest.layouts.moments import means_no_end, moment_of


def cells_of(filling: Filling, column: Column) -> list[pl.Expr]:
    """The expressions of a column: its value as the contract writes it and, unless text, ``__text``.

    Where a text cannot be read, the value is null and the text goes to quarantine later.
    """
    if filling.counts_rows:
        value = text = pl.lit(None, pl.String)
    elif filling.row_number is not None:
        value = text = pl.format("{}{}", pl.lit(filling.row_number), pl.col(ROW_NUMBER))
    elif filling.constant is not None:
        value = text = pl.lit(filling.constant or None, pl.String)
    else:
        text = delivered_text(filling)
        if column.kind == "date":
            value, text = _day(text, filling, not column.is_required)
        elif column.kind in NUMBERS:
            value = _number(filling, text)
        else:
            value = text
    both = [value.alias(column.name)]
    return both if column.kind == "text" else [*both, text.alias(column.name + TEXT_SUFFIX)]


def number_columns(tables: Iterable[Table]) -> list[str]:
    """Columns of a file whose numbers the mapping says are written otherwise than in the contract."""
    found = [
        name
        for table in tables
        for shape in table.shapes
        for target, filling in shape.columns.items()
        if _kind(table.entity, target) in NUMBERS and reads_numbers(filling.formats)
        for name in filling.columns
    ]
    return list(dict.fromkeys(found))


def _kind(entity: str, name: str) -> str | None:
    return next((column.kind for column in ENTITIES[entity].columns if column.name == name), None)


def delivered_text(filling: Filling) -> pl.Expr:
    """The first filled of the columns, translated; words for "no value" are none."""
    cell = pl.coalesce(_filled(name, filling.formats) for name in filling.columns)
    if filling.values:
        translated = cell.replace(dict(filling.values))
        cell = pl.when(translated != "").then(translated)
    return cell.fill_null(pl.lit(filling.if_empty)) if filling.if_empty else cell


def _filled(name: str, formats: Formats) -> pl.Expr:
    cell = pl.col(name)
    return pl.when(~cell.is_in(list(formats.empty))).then(cell) if formats.empty else cell


def _day(text: pl.Expr, filling: Filling, may_be_endless: bool) -> tuple[pl.Expr, pl.Expr]:
    moment = moment_of(text, filling.formats)
    if may_be_endless:
        is_endless = means_no_end(text, moment, filling.formats)
        moment, text = (pl.when(~is_endless).then(one) for one in (moment, text))
    day = moment.dt.date()
    if filling.inclusive_end:
        day = day.dt.offset_by("1d")
    return day.dt.to_string("%Y-%m-%d"), text


def _number(filling: Filling, text: pl.Expr) -> pl.Expr:
    """Texts are read as the mapping says; numbers of the file, and what the mapping itself wrote, stay."""
    if not reads_numbers(filling.formats):
        return text
    own = [text.is_in([word for word in (*filling.values.values(), filling.if_empty) if word])]
    filled = [_filled(name, filling.formats) for name in filling.columns]
    is_native = pl.coalesce(
        pl.when(cell.is_not_null()).then(pl.col(name + NATIVE_SUFFIX))
        for name, cell in zip(filling.columns, filled, strict=True)
    )
    stays = pl.any_horizontal(is_native, *own)
    return pl.when(stays).then(text).otherwise(number_of(text, filling.formats))
