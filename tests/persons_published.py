"""After every build of a test, the file to publish is searched for raw ids of persons, whatever column it is.

The ids are taken from the delivered files line by line, not as the product reads them: an id that the product
took for a piece of another value is looked for as well.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from unittest import mock

import duckdb
import polars as pl

import ingest.build
import ingest.intake.reader

PERSON_COLUMNS = ("person_id", "household_id")
_WORD = "[A-Za-z0-9_.-]+"


@contextmanager
def every_build_searched() -> Iterator[None]:
    """While the body runs, AssertionError for a build whose finished file holds the raw id of a person."""
    seen: dict[str, set[str]] = {"persons": set(), "others": set()}

    def load_raw(order, *more):
        seen["persons"], seen["others"] = ids_in(order.extracts), set()
        return loading(order, *more)

    def pseudonymous(frame, columns, key):
        persons = [column.name for column in columns if column.is_person_key and column.name in frame.columns]
        for name, kind in frame.schema.items():
            if kind == pl.String:
                seen["persons" if name in persons else "others"].update(frame[name].drop_nulls().unique())
        return hashing(frame, columns, key)

    def publish(finished, *more):
        found = raw_ids_published(finished, seen["persons"] - seen["others"])
        assert not found, f"raw ids of persons in {found}"
        return publishing(finished, *more)

    loading, publishing = ingest.build.load_raw, ingest.build.publish
    hashing = ingest.intake.reader.pseudonymous
    with (
        mock.patch.object(ingest.build, "load_raw", load_raw),
        mock.patch.object(ingest.build, "publish", publish),
        mock.patch.object(ingest.intake.reader, "pseudonymous", pseudonymous),
    ):
        yield


def ids_in(extracts: Path) -> set[str]:
    """What lines of delivered CSV files hold where the header says ids of persons, quotes or not."""
    ids: set[str] = set()
    for path in extracts.rglob("*"):
        if path.suffix.lower() == ".csv" and path.is_file():
            lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            for sign in ",;":
                header = lines[0].split(sign) if lines else []
                places = [place for place, name in enumerate(header) if name in PERSON_COLUMNS]
                rows = (line.split(sign) for line in lines[1:])
                ids |= {row[place].strip('" ') for row in rows for place in places if place < len(row)}
    return ids - {""}


def raw_ids_published(finished: Path, ids: set[str]) -> list[str]:
    """The text columns of a database in which one of the ids is a word; ids are never named."""
    with duckdb.connect() as connection:
        connection.execute(f"attach '{finished}' as finished (read_only)")
        connection.register("ids", pl.DataFrame({"id": sorted(ids)}, schema={"id": pl.String}).to_arrow())
        columns = connection.execute(
            "select schema_name, table_name, column_name from duckdb_columns()"
            " where database_name = 'finished' and data_type = 'VARCHAR' order by all"
        ).fetchall()
        return [
            ".".join((*table, column))
            for table, own in groupby(columns, key=itemgetter(0, 1))
            # all columns of a table at once: which one it is is asked only where an id was found
            if _holds(connection, *table, names := [column for _, _, column in own])
            for column in names
            if _holds(connection, *table, [column])
        ]


def _holds(connection: duckdb.DuckDBPyConnection, schema: str, table: str, columns: list[str]) -> bool:
    # Names of tables and columns are the product's own; the words to find are rows of a table.
    texts = ", ".join(f'"{column}"' for column in columns)
    question = f"""
        select 1
        from (
            select unnest(regexp_extract_all(text, '{_WORD}')) as word
            from (select distinct unnest([{texts}]) as text from finished."{schema}"."{table}")
        )
        where word in (select id from ids)
        limit 1
    """  # noqa: S608
    return connection.execute(question).fetchone() is not None
