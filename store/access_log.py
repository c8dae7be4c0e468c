"""The access log of one store: what pages and commands write into it and read from it."""

import atexit
import hashlib
import hmac
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from datetime import date, timedelta
from functools import lru_cache

import sqlalchemy as sa

from store import settings
from store.chain import CLOSING_PAGE
from store.lines import Line
from store.opening import opened, reading
from store.tables import access_log
from store.writer import Writer

_OPAQUE_DIGITS = 16
_one_at_a_time = threading.Lock()
# Pages of the program itself: commands on the store, which nobody visits.
COMMAND_PREFIX = CLOSING_PAGE.split()[0] + " "


class AccessLog:
    """The log at a folder or address. Lines are taken at once and written by a thread of its own."""

    def __init__(self, place: str) -> None:
        self.engine = opened(place)
        with reading(self.engine) as connection:
            self._key = settings.opaque_key(connection)
        self._writer = Writer(self.engine)
        atexit.register(self.close)

    def put(self, line: Line) -> "Future[int]":
        """Take a line; it is safe once the future has its number. Raises LogUnavailableError."""
        return self._writer.put(line)

    def write(self, line: Line) -> int:
        """Write a line and wait until it is safe; its number. Raises LogUnavailableError."""
        return self._writer.write(line)

    def refuse_if_full(self) -> None:
        """Raises LogUnavailableError where no line can be taken: then nothing may be shown."""
        self._writer.refuse_if_full()

    def opaque(self, of_id: str) -> str:
        """The mark that stands in the log for the id of a person or case: equal for equal ids."""
        return marked(self._key, of_id)

    def keep_months(self) -> int:
        """For how many months lines are kept."""
        with reading(self.engine) as connection:
            return settings.keep_months(connection)

    def runs_by_day(self, since: date, until: date) -> list[tuple[date, str, int]]:
        """(day, page, how often it was shown) for whole days in UTC, of pages alone; never who."""
        day = sa.func.substr(access_log.c.at, 1, 10)
        counted = (
            sa.select(day.label("day"), access_log.c.page, sa.func.count().label("runs"))
            .where(access_log.c.at >= since.isoformat())
            .where(access_log.c.at < (until + timedelta(days=1)).isoformat())
            .where(access_log.c.export == "", ~access_log.c.page.contains(" "))
            .group_by(day, access_log.c.page)
            .order_by(day.desc(), access_log.c.page)
        )
        with reading(self.engine) as connection:
            return [(date.fromisoformat(row.day), row.page, row.runs) for row in connection.execute(counted)]

    def looks_at(self, of_id: str, since: date) -> list[tuple[date, str, str, int, int]]:
        """(day, role, page, lines, files among them) of lines about a person or case; never who.

        Whole days in UTC since a day, the latest first.
        """
        day, is_file = sa.func.substr(access_log.c.at, 1, 10), access_log.c.export != ""
        about = access_log.c.filters.contains(self.opaque(of_id), autoescape=True)
        asked = (
            sa.select(
                day.label("day"),
                access_log.c.role,
                access_log.c.page,
                sa.func.count().label("lines"),
                sa.func.sum(sa.case((is_file, 1), else_=0)).label("files"),
            )
            .where(access_log.c.at >= since.isoformat(), about)
            .group_by(day, access_log.c.role, access_log.c.page)
            .order_by(day.desc(), access_log.c.role, access_log.c.page)
        )
        with reading(self.engine) as connection:
            return [
                (date.fromisoformat(row.day), row.role, row.page, row.lines, int(row.files))
                for row in connection.execute(asked)
            ]

    def close(self) -> None:
        """Write what waits, and stop."""
        atexit.unregister(self.close)
        self._writer.close()


def log_at(place: str) -> AccessLog:
    """The log at a place, one per process and place. Raises StoreError where it cannot be opened."""
    with _one_at_a_time:
        return _log_at(place)


@lru_cache(maxsize=4)
def _log_at(place: str) -> AccessLog:
    return AccessLog(place)


def lines(connection: sa.Connection, since: date | None = None) -> Iterator[Mapping[str, object]]:
    """Every line since a day, the oldest first, one by one."""
    every = sa.select(access_log).order_by(access_log.c.number)
    if since is not None:
        every = every.where(access_log.c.at >= since.isoformat())
    yield from connection.execution_options(yield_per=5000).execute(every).mappings()


def marked(key: bytes, of_id: str) -> str:
    """HMAC-SHA256 of an id, shortened to 16 hexadecimal digits, after a tilde."""
    return "~" + hmac.new(key, of_id.encode("utf-8"), hashlib.sha256).hexdigest()[:_OPAQUE_DIGITS]
