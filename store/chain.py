"""The access log as a chain: each line holds the hash of the one before, so a change or a gap is found."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import sqlalchemy as sa

from store.lines import Line
from store.opening import CHAIN, locked
from store.tables import access_log, log_closings

BEGINNING = "0" * 64
# The line of the log by which retention says what it removed.
CLOSING_PAGE = "store keep"
_HASHED = (
    "number",
    "at",
    "identity",
    "role",
    "page",
    "filters",
    "row_count",
    "export",
    "purpose",
    "hash_before",
)
Row = Mapping[str, object]


@dataclass
class Verdict:
    """What a look at the whole chain came to: how many lines, the last of them, what is wrong in words."""

    lines: int = 0
    last_number: int = 0
    last_hash: str = BEGINNING
    problems: list[str] = field(default_factory=list)

    @property
    def head(self) -> str:
        """The last line as `NUMBER:HASH`: to be noted elsewhere, which proves all lines up to it."""
        return f"{self.last_number}:{self.last_hash}"


def append(connection: sa.Connection, lines: Sequence[Line]) -> list[int]:
    """Add lines at the end of the chain, in the transaction of this connection; their numbers."""
    locked(connection, CHAIN)
    number, before = _end(connection)
    rows = []
    for line in lines:
        number += 1
        row = {"number": number, **line.values(), "hash_before": before}
        before = row["hash"] = hash_of(row)
        rows.append(row)
    connection.execute(sa.insert(access_log), rows)
    return [row["number"] for row in rows]


def hash_of(row: Row) -> str:
    """SHA-256, in hexadecimal, of a line with the hash of the line before it."""
    held = json.dumps([row[name] for name in _HASHED], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(held.encode("utf-8")).hexdigest()


def verified(connection: sa.Connection, noted: str = "") -> Verdict:
    """Whether every line is as it was written and none is missing.

    `noted` is a head of an earlier look. Without one, lines that are missing at the end cannot be found: the
    chain is then only shorter. ValueError where it is not `NUMBER:HASH`.
    """
    noted_number, noted_hash = _read_head(noted) if noted else (0, "")
    verdict = Verdict()
    closing = _latest_closing(connection)
    if closing is not None:
        verdict.last_number, verdict.last_hash = closing["last_number"], closing["last_hash"]
    removed_to, said = verdict.last_number, []
    for row in _rows(connection):
        _follow(verdict, row)
        if row["number"] == noted_number and row["hash"] != noted_hash:
            verdict.problems.append(f"line {noted_number} is not the one that was noted")
        if row["page"] == CLOSING_PAGE:
            said.append((row["number"], row["filters"]))
    if noted_number > verdict.last_number:
        verdict.problems.append(f"lines {verdict.last_number + 1} to {noted_number} are missing at the end")
    if noted_number == removed_to and noted and closing and closing["last_hash"] != noted_hash:
        verdict.problems.append(f"line {noted_number} is not the one that was noted")
    _compare_closings(verdict, said, _closings(connection), closing)
    return verdict


def closing_filters(first: int, last: int, last_hash: str) -> dict[str, str]:
    """What the line of a closing says in the place of filters."""
    return {"first": str(first), "last": str(last), "last_hash": last_hash}


def _follow(verdict: Verdict, row: Row) -> None:
    number, expected = row["number"], verdict.last_number + 1
    if number != expected:
        missing = f"line {expected} is" if number == expected + 1 else f"lines {expected} to {number - 1} are"
        verdict.problems.append(f"{missing} missing before line {number} of {row['at']}")
    elif row["hash_before"] != verdict.last_hash:
        verdict.problems.append(f"line {number} of {row['at']} does not follow the line before it")
    if hash_of(row) != row["hash"]:
        verdict.problems.append(f"line {number} of {row['at']} is not as it was written")
    verdict.lines += 1
    verdict.last_number, verdict.last_hash = number, row["hash"]


def _compare_closings(
    verdict: Verdict, said: list[tuple[int, str]], closings: list[Row], latest: Row | None
) -> None:
    """What was removed must be said by a line of the chain, and what a line says must be what was removed.

    The lines that said so of earlier removals may have been removed since, that of the latest may not.
    """
    by_line = {row["said_by_number"]: _as_said(row) for row in closings}
    for number, filters in said:
        if by_line.get(number) != json.loads(filters):
            verdict.problems.append(f"line {number} says that lines were removed, and none were removed so")
    unsaid = set(by_line) - {number for number, _ in said}
    if latest and any(
        number > latest["last_number"] or number == latest["said_by_number"] for number in unsaid
    ):
        verdict.problems.append("lines were removed, and no line of the log says so")


def _as_said(row: Row) -> dict[str, str]:
    return closing_filters(row["first_number"], row["last_number"], row["last_hash"])


def _end(connection: sa.Connection) -> tuple[int, str]:
    last = sa.select(access_log.c.number, access_log.c.hash).order_by(access_log.c.number.desc()).limit(1)
    found = connection.execute(last).first()
    return (found.number, found.hash) if found else (0, BEGINNING)


def _rows(connection: sa.Connection) -> Iterator[Row]:
    every = sa.select(access_log).order_by(access_log.c.number)
    yield from connection.execution_options(yield_per=5000).execute(every).mappings()


def _closings(connection: sa.Connection) -> list[Row]:
    return list(connection.execute(sa.select(log_closings)).mappings())


def _latest_closing(connection: sa.Connection) -> Row | None:
    latest = sa.select(log_closings).order_by(log_closings.c.last_number.desc()).limit(1)
    return connection.execute(latest).mappings().first()


def _read_head(noted: str) -> tuple[int, str]:
    number, colon, found = noted.partition(":")
    if not (colon and number.isdigit() and len(found) == len(BEGINNING)):
        raise ValueError(f"{noted!r} is no head: it is NUMBER:HASH, as `--verify` says it")
    return int(number), found
