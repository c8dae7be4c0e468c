"""Writing the raw schema into a DuckDB file: every table, always, with the types of the contract."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from ingest.contract import DUCKDB_TYPES, Entity

_TYPES = {
    pl.String: "varchar",
    pl.Int64: "bigint",
    pl.Float64: "double",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.Datetime: "timestamp",
}


@dataclass(frozen=True)
class RawTable:
    """One table of the raw schema: column names with DuckDB types, and its rows."""

    name: str
    types: dict[str, str]
    rows: pl.DataFrame


def entity_table(entity: Entity, rows: pl.DataFrame) -> RawTable:
    """The raw table of an entity: its columns, then ``delivery``, ``file``, ``row_number``."""
    types = {column.name: DUCKDB_TYPES[column.kind] for column in entity.columns}
    types |= {"delivery": "varchar", "file": "varchar", "row_number": "bigint"}
    return RawTable(entity.name, types, rows.select(list(types)))


def plain_table(name: str, rows: pl.DataFrame) -> RawTable:
    """A raw table whose types follow from its frame."""
    return RawTable(name, {column: _TYPES[kind.base_type()] for column, kind in rows.schema.items()}, rows)


def write_raw(work_file: Path, tables: Iterable[RawTable]) -> None:
    """Write all tables in one transaction, replacing a raw schema that was there."""
    with duckdb.connect(work_file, config={"autoinstall_known_extensions": "false"}) as connection:
        connection.execute("set autoload_known_extensions = false")
        connection.execute("set preserve_insertion_order = true")
        connection.begin()
        connection.execute("drop schema if exists raw cascade")
        connection.execute("create schema raw")
        for table in tables:
            _write(connection, table)
        connection.commit()


def _write(connection: duckdb.DuckDBPyConnection, table: RawTable) -> None:
    # Names and types are the contract's own fixed text, never taken from a delivery.
    columns = ", ".join(f'"{name}" {kind}' for name, kind in table.types.items())
    connection.execute(f"create table raw.{table.name} ({columns})")
    if table.rows.is_empty():
        return
    connection.register("rows_to_write", table.rows.to_arrow())
    connection.execute(f"insert into raw.{table.name} by name select * from rows_to_write")  # noqa: S608
    connection.unregister("rows_to_write")
