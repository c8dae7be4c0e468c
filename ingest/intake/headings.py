"""What the files of a delivery must hold before any row is looked at: the files, and the columns in them."""

from collections.abc import Iterable

import polars as pl

from ingest.contract import ENTITIES, Entity
from ingest.errors import BadInputError
from ingest.extracts.delivery import Delivery, is_mapped
from ingest.extracts.names import resembles, standard_entity
from ingest.extracts.origins import ROW_NUMBER
from ingest.extracts.parsing import IS_DELETED
from ingest.extracts.persons import NOT_SEARCHED, plain_heading
from ingest.extracts.table_wanted import TableWanted
from ingest.extracts.typos import heading_meant
from ingest.layouts.cells import number_columns
from ingest.layouts.mapping import Mapping, Table


def refuse_two_files(names: list[str], mapping: Mapping) -> None:
    """BadInputError when two files of a delivery hold the same entity."""
    holds: dict[str, str] = {}
    for name in names:
        entity = None if is_mapped(name, mapping.files) else standard_entity(name)
        if entity is None:
            continue
        other = "the mapping" if entity in mapping.entities else holds.get(entity)
        if other:
            way_out = "Deliver only one of them."
            raise BadInputError(f"two files for {entity} (the other: {other})", way_out, file=name)
        holds[entity] = name


def refuse_missing_files(delivery: Delivery, names: list[str], mapping: Mapping) -> None:
    """BadInputError when a file that the mapping names is missing.

    In a delta, and where the mapping calls it optional, only when another file has nearly its name.
    """
    for table in mapping.tables:
        if any(is_mapped(name, (table.file,)) for name in names):
            continue
        if not table.is_optional and delivery.kind == "full":
            way_out = f"Put it into {delivery.name}, or say optional = true in {mapping.name}."
            raise BadInputError("a missing file that the mapping names", way_out, file=table.file)
        for name in names:
            if resembles(name, table.file) and not is_mapped(name, mapping.files):
                way_out = f"Rename it to {table.file}, or give it a name that differs more."
                raise BadInputError(f"a misspelt file name (is {table.file} meant?)", way_out, file=name)


def table_wanted(tables: list[Table], entity: Entity | None) -> TableWanted:
    """What is to be read from a file: as the mapping's ``tables`` say, else as an entity of the contract."""
    if not tables:
        known = known_columns(entity)
        return TableWanted(entity.required, known, {name for name in known if name.endswith("_id")})
    skip = max(table.skip_lines for table in tables)
    shapes = [shape for table in tables for shape in table.shapes]
    named = {name for shape in shapes for name in shape.file_columns} | {
        name for table in tables for name in table.own_columns
    }
    filled = [filling for shape in shapes for filling in shape.columns.items()]
    ids = {name for target, filling in filled if target.endswith("_id") for name in filling.columns}
    if any(table.reads_any_column for table in tables):
        own = {column.name for table in tables for column in ENTITIES[table.entity].columns}
        return TableWanted(named, None, ids | {name for name in own if name.endswith("_id")}, None, skip)
    return TableWanted(named, named, ids, number_columns(tables), skip)


def check_columns(frame: pl.DataFrame, entity: Entity, file: str) -> None:
    """BadInputError when a required column is missing or a column is misspelt."""
    _refuse_no_header(frame, entity, file)
    _refuse_misspelt_columns(frame, entity, file)
    for name in entity.required:
        if name not in frame.columns:
            there = ", ".join(column for column in frame.columns if column != ROW_NUMBER)
            way_out = f"{entity.name} needs {', '.join(entity.required)}; columns there: {there}."
            raise BadInputError("a missing column", way_out, file=file, column=name)


def known_columns(entity: Entity) -> set[str]:
    """The columns that a file of an entity may have, and the number of the row."""
    return {*(column.name for column in entity.columns), IS_DELETED, ROW_NUMBER}


def harmless_columns(tables: Iterable[Table]) -> set[str]:
    """Columns of a file that are not searched: what fills an id or an office name, and nothing else."""
    if not tables:
        return set(NOT_SEARCHED)
    fillings = [pair for table in tables for shape in table.shapes for pair in shape.columns.items()]
    harmless = {name for target, filling in fillings if target in NOT_SEARCHED for name in filling.columns}
    searched = {
        name for target, filling in fillings if target not in NOT_SEARCHED for name in filling.columns
    }
    return harmless - searched


def _refuse_misspelt_columns(frame: pl.DataFrame, entity: Entity, file: str) -> None:
    """A heading near a column that the file lacks was probably meant to be it: its values would be lost."""
    known = known_columns(entity) - {ROW_NUMBER}
    lacking = known - set(frame.columns)
    for name in frame.columns:
        if name in known or name == ROW_NUMBER:
            continue
        plain = plain_heading(name)
        meant = plain if plain in known else heading_meant(plain, lacking)
        if meant:
            way_out = f"Rename it to {meant}, or give it a name that differs more."
            raise BadInputError(f"a misspelt column (is {meant} meant?)", way_out, file=file, column=name)


def _refuse_no_header(frame: pl.DataFrame, entity: Entity, file: str) -> None:
    """A first row without one known name holds values, which may be about a person: never quoted."""
    if known_columns(entity) & set(frame.columns) != {ROW_NUMBER}:
        return
    sheet = " In a workbook, the sheet named after the entity is read, otherwise the first."
    way_out = (
        f"{entity.name} needs {', '.join(entity.required)} in the first row, with commas or semicolons"
        f" between.{sheet if file.lower().endswith('.xlsx') else ''}"
    )
    raise BadInputError("a first row that names no column of the contract", way_out, file=file)
