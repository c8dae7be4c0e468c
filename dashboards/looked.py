"""Who looked, as the data protection officer may ask it of the access log; for nobody else.

What is in the store is no mart: no rule of marts guards it, so every function here asks for whom it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import polars as pl

from dashboards import use
from dashboards.access.narrowing import NotShownError
from dashboards.access.pages import is_offered
from dashboards.choice import ALL
from dashboards.reader import Reader
from store.lines import is_mark

if TYPE_CHECKING:
    from store.chain import Verdict
    from store.lines import Who
    from store.looked import Asked, Check, Summary

PAGE = "looked"
ON_A_PAGE = 100
MOST_PAGES = 200
# A search that finds more is taken away in several, by a shorter time.
MOST_IN_FILE = 100_000
LINES = {
    "log_at": pl.Datetime,
    "log_identity": pl.String,
    "log_role": pl.String,
    "page": pl.String,
    "log_filters": pl.String,
    "log_rows": pl.Int64,
    "log_export": pl.String,
    "log_purpose": pl.String,
}
DAYS = {
    "log_day": pl.Date,
    "page": pl.String,
    "log_role": pl.String,
    "log_lines": pl.Int64,
    "log_files": pl.Int64,
    "log_looked_up": pl.Int64,
}


@dataclass(frozen=True)
class Standing:
    """How the log stands: its counts, how long lines are kept, what was removed, the last check."""

    counts: "Summary"
    keep_months: int
    removed: tuple[tuple[str, int, int], ...]
    check: "Check | None"


def is_kept(reader: Reader) -> bool:
    """Whether there is a log. Raises NotShownError for whom the page is not, as does every function here."""
    return _log(reader) is not None


def standing(reader: Reader) -> Standing:
    """How the log of this reader stands; there must be one."""
    from store import looked

    engine = _engine(reader)
    return Standing(
        looked.summary(engine),
        looked.keep_months(engine),
        tuple(looked.removed(engine)),
        looked.last_check(engine),
    )


def check(reader: Reader, who: "Who") -> "Verdict":
    """Look at the whole chain, which is a line of the log itself."""
    from store.looked import checked

    return checked(_engine(reader), who)


def identities(reader: Reader) -> list[str]:
    """Everybody of whom there is a line."""
    from store import looked

    return looked.identities(_engine(reader))


def asked(reader: Reader, values: Mapping[str, str], kind: str = "") -> "Asked":
    """The lines that the filters of the page choose; `kind` in the place of the one chosen."""
    from store.looked import Asked

    log, days = _log(reader), values.get("log_days", ALL)
    since = None if days == ALL else datetime.now(UTC).date() - timedelta(days=int(days) - 1)
    person = _of(values, "log_person")
    mark = person if not person or is_mark(person) else log.opaque(person)
    role, who, chosen = (_of(values, name) for name in ("log_role", "log_who", "log_kind"))
    return Asked(since, role, who, mark, kind or chosen)


def counted(reader: Reader, asked: "Asked") -> int:
    """How many lines there are of these."""
    from store import looked

    return looked.count(_engine(reader), asked)


def by_day(reader: Reader, asked: "Asked") -> pl.DataFrame:
    """One row per day (UTC), page and role, the latest day first: see DAYS; pages and roles as codes."""
    from store import looked

    rows = looked.by_day(_engine(reader), asked)
    days = [(datetime.fromisoformat(day).date(), *others) for day, *others in rows]
    return pl.DataFrame(days, schema=DAYS, orient="row")


def lines(reader: Reader, asked: "Asked", skipped: int = 0, most: int = 0) -> list[Mapping]:
    """The latest lines first, a page of them unless `most` is given; `at` in UTC, without its zone."""
    from store import looked

    rows = looked.newest(_engine(reader), asked, skipped, most or ON_A_PAGE)
    return [row | {"at": moment(row["at"])} for row in rows]


def moment(said: str) -> datetime | None:
    """A moment of the store, in UTC and without its zone; None where there is none."""
    return datetime.fromisoformat(said).replace(tzinfo=None) if said else None


def _of(values: Mapping[str, str], name: str) -> str:
    value = values.get(name, ALL)
    return "" if value == ALL else value


def _log(reader: Reader):
    if not is_offered(reader.scope, PAGE):
        raise NotShownError("role", "the access log")
    return use.log()


def _engine(reader: Reader):
    """What the questions to the store take."""
    return _log(reader).engine
