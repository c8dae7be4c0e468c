"""The only place that opens the database, and the only one that remembers answers.

Every question is put by a reader: to the file that the reader looks at, within what the reader may see.
"""

import threading
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from pathlib import Path
from typing import TypeVar
from weakref import WeakKeyDictionary

import duckdb
import polars as pl
from cachetools import LRUCache, cached

from dashboards.access import narrowing, shown_marts
from dashboards.access.door import cleared
from dashboards.access.narrowing import NotShownError, ScopedMarts
from dashboards.access.scope import EVERYTHING, Scope
from dashboards.choice import Chosen, Narrowed
from dashboards.reader import Reader
from dashboards.status import OtherMarts
from warehouse import current, places

_opening = threading.Lock()
_answers: LRUCache = LRUCache(maxsize=600)
_answering = threading.Condition()
_laid: WeakKeyDictionary[duckdb.DuckDBPyConnection, dict[Scope, ScopedMarts]] = WeakKeyDictionary()
T = TypeVar("T")
Question = Callable[[Reader, Chosen], pl.DataFrame]


class VersionGone(Exception):
    """The published file that a reader looks at is not kept any more."""


def folder() -> Path:
    """The warehouse folder: the environment's, or the one in this checkout."""
    return places.warehouse_folder()


def published_file() -> Path | None:
    """The file that is published in the warehouse folder; None when there is none."""
    return current.published_file(folder())


def is_kept(reader: Reader) -> bool:
    """Whether the file that a reader looks at is still there: only the latest versions are kept."""
    return Path(reader.file).is_file()


def frame(reader: Reader, sql: str, **parameters: object) -> pl.DataFrame:
    """The rows of one question, remembered for every reader of the same file and scope.

    `parameters` fill the `$name` places of `sql`, which names marts without their schema.
    """
    # A clone shares its columns and costs nothing; what a caller does to it stays with the caller.
    named = ((name, tuple(one) if isinstance(one, list) else one) for name, one in parameters.items())
    key = (sql, *sorted(named))
    found = _remembered(reader, key, lambda: _rows_or_refusal(reader, sql, parameters))
    if isinstance(found, NotShownError):
        raise NotShownError(found.why, found.what, found.smallest)
    return found.clone()


def for_everybody(reader: Reader, sql: str) -> pl.DataFrame:
    """The rows of a question that no role is refused: a mart or column that it misses is not in the file.

    Raises `OtherMarts` where that is so.
    """
    try:
        return frame(reader, sql)
    except (duckdb.CatalogException, duckdb.BinderException, NotShownError) as error:
        raise OtherMarts(reader.file) from error


def cursor(file: str) -> duckdb.DuckDBPyConnection:
    """A cursor for which the name of a mart means what may be shown of it; it does not inherit that."""
    found = _open(file).cursor()
    found.execute(f"set search_path = '{shown_marts.SEARCH_PATH}'")
    return found


def _rows_or_refusal(reader: Reader, sql: str, parameters: dict[str, object]) -> pl.DataFrame | NotShownError:
    """The rows, or that they are not for this reader: remembered too, for the database may say so late."""
    try:
        return _rows(reader, sql, parameters)
    except NotShownError as refused:
        return refused.with_traceback(None)


def _rows(reader: Reader, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    if reader.scope == EVERYTHING:
        with cursor(reader.file) as asking:
            return cleared(answer(asking, sql, parameters))
    connection = _open(reader.file)
    narrowed = _narrowed(connection, reader.scope)
    with connection.cursor() as asking:
        narrowed.check(asking, sql, parameters)
        asking.execute(f"set search_path = '{narrowed.search_path}'")
        with narrowed.refusing():
            return narrowed.shown(cleared(answer(asking, sql, parameters)))


def answer(connection: duckdb.DuckDBPyConnection, sql: str, parameters: dict[str, object]) -> pl.DataFrame:
    """The rows of one question; by `execute`, whose answer is a frame much sooner than that of `sql`."""
    return connection.execute(sql, parameters or None).pl()


def remembered(*names: str) -> Callable[[Question], Question]:
    """Decorates a question whose answer is work on the rows of others: made once per file and scope.

    `names` are the parameters that the answer depends on. The question gets a choice of these alone, so it
    cannot use another by mistake, and its answer does not depend on the reader's language.
    """

    def decorated(question: Question) -> Question:
        @wraps(question)
        def asked(reader: Reader, choice: Chosen) -> pl.DataFrame:
            of_these = {name: choice.parameters[name] for name in names}
            key = (question, *of_these.values())
            return _remembered(reader, key, lambda: question(reader, Narrowed(of_these))).clone()

        return asked

    return decorated


def shared(reader: Reader, question: Callable[[Reader], T]) -> T:
    """The answer to a question without parameters, made once per file and scope and shared by all readers.

    Nobody may change it: unlike a frame it is not a clone.
    """
    return _remembered(reader, (question,), lambda: question(reader))


def kept(reader: Reader, key: tuple[Hashable, ...], work: Callable[[], T]) -> T:
    """What ``work`` comes to, made once per file, scope and ``key``, and shared by all readers.

    For what is made of answers and of something that no question names, such as a scenario; ``key`` holds all
    of that. Nobody may change it, and it does not depend on the reader's language.
    """
    return _remembered(reader, key, work)


def forget() -> None:
    """Every answer is asked anew: for tests and measurements."""
    with _answering:
        _answers.clear()


def _key(reader: Reader, key: tuple[Hashable, ...], _: Callable[[], T]) -> tuple[Hashable, ...]:
    # A new publication is a new file, so nothing old is served.
    return (reader.file, reader.scope, *key)


@cached(_answers, key=_key, condition=_answering)
def _remembered(reader: Reader, key: tuple[Hashable, ...], work: Callable[[], T]) -> T:
    # Those who ask the same meanwhile wait for the one answer.
    return work()


def _narrowed(connection: duckdb.DuckDBPyConnection, scope: Scope) -> ScopedMarts:
    """What a scope sees of an open file, laid when it first asks; it goes when the file is closed."""
    with _opening:
        of_file = _laid.setdefault(connection, {})
        if scope not in of_file:
            of_file[scope] = narrowing.lay(connection.cursor(), scope)
        return of_file[scope]


def _open(file: str) -> duckdb.DuckDBPyConnection:
    try:
        with _opening:
            return _opened(file)
    except duckdb.IOException:
        if Path(file).is_file():
            raise
        raise VersionGone(Path(file).name) from None


@lru_cache(maxsize=2)
def _opened(file: str) -> duckdb.DuckDBPyConnection:
    # Two at most: the version being read and the one that replaces it. Older ones close when unused.
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "temp_directory": f"{file}.tmp",
            # gives back what a question took and let go of, which is kept otherwise: 25 MB on the sample
            "allocator_background_threads": True,
        },
    )
    place = file.replace("'", "''")
    connection.execute(f"attach '{place}' as {shown_marts.PUBLISHED} (read_only)")
    shown_marts.lay(connection)
    # from here on no question reads another file, whatever it names
    connection.execute("set enable_external_access = false")
    return connection
