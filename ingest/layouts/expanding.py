"""Tables that depend on what the file has: columns of the contract's own names, a row per column."""

from collections.abc import Iterable
from dataclasses import replace

from ingest.contract import ENTITIES
from ingest.errors import BadInputError
from ingest.extracts.origins import ROW_NUMBER
from ingest.layouts.mapping import Filling, Shape, Table


def expanded(table: Table, columns: list[str], file: str) -> Table:
    """The table with every column of the file that it means named; BadInputError when one is missing."""
    there = [name for name in columns if name != ROW_NUMBER]
    shapes = [shape for one in table.shapes for shape in _a_row_per_column(one, there, file)]
    if table.all_columns_but is not None:
        _refuse_missing(table.all_columns_but, there, file)
        shapes = [_with_same_names(shape, table, there) for shape in shapes]
    return replace(table, shapes=tuple(shapes))


def _with_same_names(shape: Shape, table: Table, there: list[str]) -> Shape:
    """Columns of the contract that the file has, or must have, fill themselves where the table is silent."""
    entity = ENTITIES[table.entity]
    own = {
        column.name: Filling((column.name,), None, table.formats)
        for column in entity.columns
        if column.name not in table.all_columns_but and (column.name in there or column.is_required)
    }
    return replace(shape, columns={**own, **shape.columns})


def _a_row_per_column(shape: Shape, there: list[str], file: str) -> Iterable[Shape]:
    if shape.each_column_but is None:
        yield shape
        return
    _refuse_missing(shape.each_column_but, there, file)
    for name in there:
        if name not in shape.each_column_but:
            period = shape.period
            if period is not None and period.is_heading:
                period = replace(period, heading=name)
            columns = {target: _of_column(filling, name) for target, filling in shape.columns.items()}
            yield replace(shape, columns=columns, period=period, each_column_but=None)


def _of_column(filling: Filling, name: str) -> Filling:
    if filling.is_heading:
        return replace(filling, constant=filling.values.get(name, name), is_heading=False)
    return replace(filling, columns=(name,), is_cell=False) if filling.is_cell else filling


def _refuse_missing(names: Iterable[str], there: list[str], file: str) -> None:
    for name in names:
        if name not in there:
            way_out = f"Deliver it or correct the mapping; columns there: {', '.join(there)}."
            raise BadInputError("a missing column that the mapping names", way_out, file=file, column=name)
