"""The only place that opens the database, and the only one that remembers answers.

Every question is put by a reader: to the file that the reader looks at, within what the reader may see.
"""

import threading
from collections.abc import Callable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar

import duckdb
import polars as pl
import streamlit as st

from dashboards.access.door import cleared
from dashboards.reader import Reader
from warehouse import current, places

_opening = threading.Lock()
T = TypeVar("T")


def folder() -> Path:
    """The warehouse folder: the environment's, or the one in this checkout."""
    return places.warehouse_folder()


def published_file() -> Path | None:
    """The file that is published in the warehouse folder; None when there is none."""
    return current.published_file(folder())


def frame(reader: Reader, sql: str, **parameters: object) -> pl.DataFrame:
    """The rows of one question, remembered for every reader of the same file and scope.

    `parameters` fill the `$name` places of `sql`, which names marts without their schema.
    """
    return _remembered_frame(reader.file, reader.scope.key, sql, parameters)


@st.cache_data(show_spinner=False, max_entries=512)
def _remembered_frame(file: str, scope: str, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    # The file's name is part of the key: a new publication is a new name, so nothing old is served.
    with _open(file).cursor() as cursor:
        # A cursor does not inherit the search path.
        cursor.execute("set search_path = 'marts'")
        return cleared(answer(cursor, sql, parameters))


def answer(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    """The rows of one question; by `execute`, whose answer is a frame much sooner than that of `sql`."""
    return connection.execute(sql, parameters or None).pl()


def remembered(question: Callable[..., T]) -> Callable[..., T]:
    """Decorates a question whose answer is work on the rows of others: made once per file and scope.

    The question takes a reader first, must not depend on the reader's language, and gets hashable arguments.
    """
    name = f"{question.__module__}.{question.__qualname__}"

    @wraps(question)
    def asked(reader: Reader, *arguments: object) -> T:
        return _remembered_answer(
            reader.file, reader.scope.key, name, arguments, lambda: question(reader, *arguments)
        )

    return asked


@st.cache_data(show_spinner=False, max_entries=64)
def _remembered_answer(
    file: str, scope: str, name: str, arguments: tuple[object, ...], _work: Callable[[], T]
) -> T:
    return _work()


def shared(reader: Reader, question: Callable[[Reader], T]) -> T:
    """The answer to a question without parameters, made once per file and scope and shared by all readers.

    Nobody may change it: unlike a frame it is not a copy.
    """
    name = f"{question.__module__}.{question.__qualname__}"
    return _shared_answer(reader.file, reader.scope.key, name, lambda: question(reader))


@st.cache_resource(show_spinner=False, max_entries=16)
def _shared_answer(file: str, scope: str, name: str, _work: Callable[[], T]) -> T:
    return _work()


def _open(file: str) -> duckdb.DuckDBPyConnection:
    with _opening:
        return _opened(file)


@lru_cache(maxsize=2)
def _opened(file: str) -> duckdb.DuckDBPyConnection:
    # Two at most: the version being read and the one that replaces it. Older ones close when unused.
    return duckdb.connect(
        file,
        read_only=True,
        config={"autoinstall_known_extensions": False, "autoload_known_extensions": False},
    )
