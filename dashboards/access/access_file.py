"""The access file: who is what to the service, from which day until which. Nobody else may see anything.

TOML, a table `[[reader]]` per row: `identity`, `role`, `valid_from` (the first day that counts), and where
there is an end `valid_to` (the first day that no longer counts). An office head has `area`, the id of an
office or region or a list of them; an officer has `officer`, the own id. An identity has one role a day.
"""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from dashboards.access.scope import GIVEN_ROLES, ROLES_OF_AREAS, ROLES_OF_OFFICERS, Role, Scope

_TABLE = "reader"
_KEYS = ("identity", "role", "area", "officer", "valid_from", "valid_to")


class BadAccessFileError(Exception):
    """An access file that is not used; the message has a sentence for each mistake."""


@dataclass(frozen=True)
class Grant:
    """One row: what an identity may see from a day until before another (None: with no end)."""

    identity: str
    scope: Scope
    valid_from: date
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def scope_on(grants: Iterable[Grant], identity: str, day: date) -> Scope | None:
    """What an identity may see on a day; None where the file gives it nothing that day."""
    wanted = _alike(identity)
    return next((one.scope for one in grants if one.identity == wanted and one.holds_on(day)), None)


def scope_claimed(grants: Iterable[Grant], identity: str, day: date, roles: Collection[str]) -> Scope | None:
    """What an identity may see on a day whose provider names these roles; None where that is nothing.

    Whom the file knows has what it gives, and only where the provider names that role as well. Whom it does
    not know has the one role named, unless that takes an office or an officer: these only the file gives.
    """
    mine = [one for one in grants if one.identity == _alike(identity)]
    named = {one for one in GIVEN_ROLES if one in roles}
    if mine:
        found = scope_on(mine, identity, day)
        return found if found and found.role in named else None
    if len(named) != 1 or named & (ROLES_OF_AREAS | ROLES_OF_OFFICERS):
        return None
    return Scope(named.pop())


def grants_in(file: Path) -> tuple[Grant, ...]:
    """The rows of an access file as it is now. Raises BadAccessFileError."""
    try:
        known = file.stat()
        return _read(file, known.st_mtime_ns, known.st_size)
    except OSError as error:
        raise BadAccessFileError(f"{file} cannot be read: {(error.strerror or str(error)).lower()}") from None


@lru_cache(maxsize=4)
def _read(file: Path, _changed: int, _size: int) -> tuple[Grant, ...]:
    try:
        return grants_of(file.read_text(encoding="utf-8"), file.name)
    except UnicodeDecodeError:
        raise BadAccessFileError(f"{file.name} is no text in UTF-8") from None


def grants_of(text: str, name: str) -> tuple[Grant, ...]:
    """The rows of the text of an access file. Raises BadAccessFileError; `name` is said in its message."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadAccessFileError(f"{name} is no TOML: {error}") from None
    rows = found.get(_TABLE)
    if set(found) != {_TABLE} or not isinstance(rows, list) or not all(isinstance(one, dict) for one in rows):
        raise BadAccessFileError(f"{name} must hold rows [[{_TABLE}]] and nothing else")
    mistakes = [f"row {place}: {said}" for place, row in enumerate(rows, 1) for said in _mistakes(row)]
    grants = () if mistakes else tuple(map(_grant, rows))
    mistakes += _overlaps(grants)
    if mistakes:
        raise BadAccessFileError("\n".join(f"{name}, {one}" for one in mistakes))
    return grants


def _mistakes(row: Mapping[str, object]) -> Iterator[str]:
    """A sentence for each thing that is wrong with one row."""
    for key in row.keys() - set(_KEYS):
        yield f"there is no key {key}; there are {', '.join(_KEYS)}"
    if not _is_text(row.get("identity")):
        yield "identity must be a text that is not empty"
    yield from _mistakes_of_days(row)
    role = row.get("role")
    if role not in GIVEN_ROLES:
        yield f"there is no role {role}; there are {', '.join(GIVEN_ROLES)}"
        return
    for key, roles, is_right in (
        ("area", ROLES_OF_AREAS, _are_texts),
        ("officer", ROLES_OF_OFFICERS, _is_text),
    ):
        if role in roles and not is_right(row.get(key)):
            yield f"the role {role} needs {key}, the id of one" + (" or a list" if key == "area" else "")
        elif role not in roles and key in row:
            # said, so that nobody believes that it narrows
            yield f"the role {role} has no {key}: it would change nothing"


def _mistakes_of_days(row: Mapping[str, object]) -> Iterator[str]:
    if "valid_from" not in row:
        yield "valid_from is missing, the first day that counts"
    days = [row[key] for key in ("valid_from", "valid_to") if key in row]
    if not all(isinstance(day, date) and not isinstance(day, datetime) for day in days):
        yield "valid_from and valid_to must be days such as 2026-01-31, without quotes"
    elif len(days) == 2 and days[1] <= days[0]:
        yield f"valid_to {days[1]} is not after valid_from {days[0]}"


def _grant(row: Mapping[str, object]) -> Grant:
    areas = row.get("area", ())
    scope = Scope(
        Role(row["role"]),
        tuple(sorted({areas} if isinstance(areas, str) else set(areas))),
        str(row.get("officer", "")),
    )
    return Grant(_alike(str(row["identity"])), scope, row["valid_from"], row.get("valid_to"))


def _overlaps(grants: tuple[Grant, ...]) -> list[str]:
    """A sentence for each two rows that give an identity two roles on one day; it names nobody."""
    in_order = sorted(enumerate(grants, 1), key=lambda one: (one[1].identity, one[1].valid_from))
    return [
        f"rows {place} and {other_place} give one identity two roles on {other.valid_from}; end one before "
        "the other begins"
        for (place, one), (other_place, other) in pairwise(in_order)
        if one.identity == other.identity and one.holds_on(other.valid_from)
    ]


def _alike(identity: str) -> str:
    """One spelling of what providers write with other capitals."""
    return identity.strip().casefold()


def _is_text(given: object) -> bool:
    return isinstance(given, str) and bool(given.strip())


def _are_texts(given: object) -> bool:
    return _is_text(given) or (isinstance(given, list) and bool(given) and all(map(_is_text, given)))
