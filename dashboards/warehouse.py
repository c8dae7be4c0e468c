"""The only place that opens the database: the published file, read-only, found anew at every question."""

import threading
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import duckdb
import polars as pl
import streamlit as st

from warehouse import current, places

_opening = threading.Lock()
T = TypeVar("T")


def folder() -> Path:
    """The warehouse folder: the environment's, or the one in this checkout."""
    return places.warehouse_folder()


def published_file() -> Path | None:
    """The file that is published in the warehouse folder; None when there is none."""
    return current.published_file(folder())


def is_published() -> bool:
    """Whether there is anything to ask."""
    return published_file() is not None


def frame(sql: str, **parameters: object) -> pl.DataFrame:
    """The answer to one question on the published file, remembered until another file is published.

    `parameters` fill the `$name` places of `sql`. Raises LookupError when nothing is published.
    """
    file = published_file()
    if file is None:
        raise LookupError(f"no published warehouse in {folder()}")
    return _remembered_frame(str(file), sql, parameters)


@st.cache_data(show_spinner=False, max_entries=512)
def _remembered_frame(file: str, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    # The file's name is part of the key: a new publication is a new name, so nothing old is served.
    with _open(file).cursor() as cursor:
        # Questions name marts without their schema; a cursor does not inherit the search path.
        cursor.execute("set search_path = 'marts'")
        return answer(cursor, sql, parameters)


def answer(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    """The rows of one question; by `execute`, whose answer is a frame much sooner than that of `sql`."""
    return connection.execute(sql, parameters or None).pl()


def shared(question: Callable[[], T]) -> T:
    """The answer to a question without parameters, made once per publication and shared by all readers.

    Nobody may change it: unlike a frame it is not a copy.
    """
    return _shared_answer(str(published_file()), f"{question.__module__}.{question.__qualname__}", question)


@st.cache_resource(show_spinner=False, max_entries=16)
def _shared_answer(file: str, name: str, _question: Callable[[], T]) -> T:
    return _question()


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
