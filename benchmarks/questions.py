"""What the pages ask the database, and how long it takes to answer: no screen, no remembered answers."""

import logging
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from benchmarks.pages import ONE_OFFICE, ONE_REGION, opened
from dashboards import WAREHOUSE_VARIABLE, database
from dashboards.app_pages import PAGES
from dashboards.reader import Reader

_RUNS = 15
# What is looked at: pages without a filter for areas show the whole service.
_WHOLE_ONLY = ("overview", "about")
_ASKED = tuple(
    f"{page}{place}"
    for place in ("", ONE_REGION, ONE_OFFICE)
    for page in PAGES
    if not (place and page in _WHOLE_ONLY)
)
Question = tuple[str, dict[str, object]]


@dataclass(frozen=True)
class Asked:
    """A published file, and the questions that each page put to it when a link opened it."""

    file: Path
    questions: dict[str, list[Question]]


def asked_on(warehouse_folder: Path) -> Asked:
    """Open every page on a warehouse with nothing remembered, and note what it asks."""
    os.environ[WAREHOUSE_VARIABLE] = str(warehouse_folder)
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it warns that there is no browser
    questions = {}
    for page in _ASKED:
        database.forget()
        with _noted() as found:
            app = opened(page)
        if app.exception or any('role="alert"' in part.proto.body for part in app.get("html")):
            raise RuntimeError(f"page {page} failed on {warehouse_folder}")
        questions[page] = found
    return Asked(database.published_file(), questions)


def question_times(small: Asked, large: Asked) -> list[tuple[str, int, float, float]]:
    """Page, number of questions, and median milliseconds for all of them on either file, taken in turn."""
    with closing(_reader(small.file)) as on_small, closing(_reader(large.file)) as on_large:
        rows = []
        for page, questions in small.questions.items():
            taken = [
                (_milliseconds(on_small, questions), _milliseconds(on_large, large.questions[page]))
                for _ in range(_RUNS)
            ]
            small_ms, large_ms = (statistics.median(times) for times in zip(*taken, strict=True))
            rows.append((page, len(questions), small_ms, large_ms))
    return rows


def _reader(file: Path) -> duckdb.DuckDBPyConnection:
    # A file is opened once per process: the pages have done so.
    return database.cursor(str(file))


def _milliseconds(connection: duckdb.DuckDBPyConnection, questions: list[Question]) -> float:
    started = time.perf_counter()
    for sql, parameters in questions:
        database.answer(connection, sql, parameters)
    return 1000 * (time.perf_counter() - started)


@contextmanager
def _noted() -> Iterator[list[Question]]:
    """The questions that are put to the database while the block runs."""
    found: list[Question] = []
    asking = database.frame

    def noting(reader: Reader, sql: str, **parameters: object) -> object:
        # The same question again is answered from memory.
        if (sql, parameters) not in found:
            found.append((sql, parameters))
        return asking(reader, sql, **parameters)

    database.frame = noting
    try:
        yield found
    finally:
        database.frame = asking
