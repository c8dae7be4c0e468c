"""What the log is asked about itself: who looked at what and when, what left, whether it is whole."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from store import settings
from store.chain import Verdict, verified
from store.lines import Who
from store.opening import reading, writing
from store.persons import say
from store.tables import access_log, log_closings

CHECK = "verify"
_CHECK_PAGE = f"store {CHECK}"
# How an opaque mark begins as a value of the filters, and the pages whose marks are of scenarios alone.
_MARK, _OF_SCENARIOS = ':"~', "scenarios"
PERSONS, FILES = "persons", "files"


@dataclass(frozen=True)
class Asked:
    """Which lines: since a day, of one role, of one identity, about one mark; of `kind` PERSONS or FILES.

    What is empty narrows nothing.
    """

    since: date | None = None
    role: str = ""
    identity: str = ""
    mark: str = ""
    kind: str = ""


@dataclass(frozen=True)
class Summary:
    """The log as a whole: how many lines, of when, how many about single persons or cases, how many files."""

    lines: int
    first_at: str
    last_at: str
    looked_up: int
    files: int


@dataclass(frozen=True)
class Check:
    """The last look at the chain: when, its head as `NUMBER:HASH`, and how many things were wrong."""

    at: str
    head: str
    problems: int

    @property
    def last_number(self) -> int:
        """The line up to which was looked."""
        return int(self.head.partition(":")[0])


def summary(engine: sa.Engine) -> Summary:
    """Counts over every line that is kept."""
    held = access_log.c
    asked = sa.select(
        sa.func.count(),
        sa.func.min(held.at),
        sa.func.max(held.at),
        sa.func.count().filter(_is_of_persons()),
        sa.func.count().filter(held.export != ""),
    )
    with reading(engine) as connection:
        lines, first, last, looked_up, files = connection.execute(asked).one()
    return Summary(lines, first or "", last or "", looked_up, files)


def by_day(engine: sa.Engine, asked: Asked) -> list[tuple[str, str, str, int, int, int]]:
    """(day, page, role, lines, files among them, lines about single persons), the latest day first."""
    held = access_log.c
    day = sa.func.substr(held.at, 1, 10).label("day")
    counts = (
        sa.func.count(),
        sa.func.count().filter(held.export != ""),
        sa.func.count().filter(_is_of_persons()),
    )
    counted = (
        sa.select(day, held.page, held.role, *counts)
        .where(*_wanted(asked))
        .group_by(day, held.page, held.role)
        .order_by(day.desc(), held.page, held.role)
    )
    with reading(engine) as connection:
        return [tuple(row) for row in connection.execute(counted)]


def count(engine: sa.Engine, asked: Asked) -> int:
    """How many lines there are."""
    found = sa.select(sa.func.count()).select_from(access_log).where(*_wanted(asked))
    with reading(engine) as connection:
        return connection.execute(found).scalar_one()


def newest(engine: sa.Engine, asked: Asked, skipped: int, most: int) -> list[Mapping[str, object]]:
    """The latest lines first, after some that are skipped; `filters` as a dict."""
    found = (
        sa.select(access_log)
        .where(*_wanted(asked))
        .order_by(access_log.c.number.desc())
        .offset(skipped)
        .limit(most)
    )
    with reading(engine) as connection:
        rows = connection.execute(found).mappings()
        return [dict(row) | {"filters": _as_dict(row["filters"])} for row in rows]


def identities(engine: sa.Engine) -> list[str]:
    """Everybody of whom there is a line, by name."""
    found = sa.select(access_log.c.identity).distinct().order_by(access_log.c.identity)
    with reading(engine) as connection:
        return list(connection.execute(found).scalars())


def removed(engine: sa.Engine) -> list[tuple[str, int, int]]:
    """(when, first line, last line) of each removal, the latest first; when: empty where its line is gone."""
    said_by = log_closings.c.said_by_number == access_log.c.number
    found = (
        sa.select(access_log.c.at, log_closings.c.first_number, log_closings.c.last_number)
        .select_from(log_closings.outerjoin(access_log, said_by))
        .order_by(log_closings.c.last_number.desc())
    )
    with reading(engine) as connection:
        return [(at or "", first, last) for at, first, last in connection.execute(found)]


def checked(engine: sa.Engine, who: Who, noted: str = "") -> Verdict:
    """Look at the whole chain; a line says who did and what was found.

    ValueError where `noted` is no head.
    """
    with reading(engine) as connection:
        verdict = verified(connection, noted)
    with writing(engine) as connection:
        said = {"head": verdict.head, "problems": str(len(verdict.problems))}
        say(connection, who, CHECK, said)
    return verdict


def keep_months(engine: sa.Engine) -> int:
    """For how many months lines are kept."""
    with reading(engine) as connection:
        return settings.keep_months(connection)


def last_check(engine: sa.Engine) -> Check | None:
    """The last look at the chain that the log knows of."""
    found = (
        sa.select(access_log.c.at, access_log.c.filters)
        .where(access_log.c.page == _CHECK_PAGE)
        .order_by(access_log.c.number.desc())
        .limit(1)
    )
    with reading(engine) as connection:
        row = connection.execute(found).first()
    if row is None:
        return None
    said = _as_dict(row.filters)
    return Check(row.at, said.get("head", "0:"), int(said.get("problems", "0")))


def _wanted(asked: Asked) -> list[sa.ColumnElement[bool]]:
    held = access_log.c
    found = [] if asked.since is None else [held.at >= asked.since.isoformat()]
    found += [held.role == asked.role] if asked.role else []
    found += [held.identity == asked.identity] if asked.identity else []
    # in quotes, for a mark is a whole value and not the beginning of another
    found += [held.filters.contains(f'"{asked.mark}"', autoescape=True)] if asked.mark else []
    found += [_is_of_persons()] if asked.kind == PERSONS else []
    return found + ([held.export != ""] if asked.kind == FILES else [])


def _is_of_persons() -> sa.ColumnElement[bool]:
    held = access_log.c
    return sa.and_(held.filters.contains(_MARK, autoescape=True), held.page != _OF_SCENARIOS)


def _as_dict(filters: str) -> dict[str, str]:
    """The filters of a line; those that were too long to be kept whole are one text."""
    try:
        return json.loads(filters)
    except json.JSONDecodeError:
        return {"": filters}
