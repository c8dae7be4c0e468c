"""The keys of a scenario and what each may hold: text is text, numbers are numbers, days are days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from analysis.scenario.errors import BadScenarioError, Words, one_of

# `title_nl` is `title` in Dutch.
TRANSLATED = re.compile(r"([a-z]+)_([a-z]{2,3})")
TEXT, NUMBER, WHOLE, DAY, WORDS, ROWS = "text", "number", "whole", "day", "words", "rows"


@dataclass(frozen=True)
class Field:
    """One key: what it holds, whether it must be there, and whether ``<key>_<language>`` translates it."""

    key: str
    kind: str
    is_needed: bool = True
    is_translated: bool = False


SCENARIO = (
    Field("schema", WHOLE),
    Field("title", TEXT, is_translated=True),
    Field("about", TEXT, False, is_translated=True),
    Field("area", TEXT),
    Field("service_lines", WORDS),
    Field("months", WHOLE),
    Field("weight_scheme", TEXT, False),
    Field("interventions", ROWS, False),
    Field("assumptions", ROWS, False),
)
INTERVENTION = (
    Field("kind", TEXT),
    Field("title", TEXT, is_translated=True),
    Field("about", TEXT, False, is_translated=True),
)
ASSUMPTION = (
    Field("name", TEXT),
    *(Field(level, NUMBER) for level in ("low", "central", "high")),
    *(Field(key, TEXT) for key in ("unit", "owner", "source")),
    *(Field(key, DAY) for key in ("made_on", "review_on")),
    *(Field(key, TEXT, False) for key in ("intervention", "office", "to_office", "service_line")),
    *(Field(key, DAY, False) for key in ("from_on", "until_on")),
)


def checked(table: Mapping[str, object], fields: tuple[Field, ...], file: str, row: Words | str = "") -> dict:
    """The table itself, once each key is known, there where it is needed, and of its kind."""
    known = {field.key: field for field in fields}
    said = {key: known[field] for key in table if (field := _translated(key, known))}
    for key in table:
        if key in said:
            _check_kind(table[key], replace(said[key], key=key), file, row)
        elif key not in known:
            what = Words("unknown_key", {"instead": one_of(key, known)})
            raise BadScenarioError(what, file=file, row=row, key=key)
    for field in fields:
        if field.key in table:
            _check_kind(table[field.key], field, file, row)
        elif field.is_needed:
            what = Words("missing", {"takes": Words(f"takes_{field.kind}")})
            raise BadScenarioError(what, file=file, row=row, key=field.key)
    translated = tuple((key, text) for key, text in table.items() if key in said)
    return {key: value for key, value in table.items() if key not in said} | {"translated": translated}


def _translated(key: str, known: Mapping[str, Field]) -> str:
    """The key that this one says in another language; empty where it is none of these."""
    found = TRANSLATED.fullmatch(key)
    return found[1] if found and found[1] in known and known[found[1]].is_translated else ""


def _check_kind(value: object, field: Field, file: str, row: Words | str) -> None:
    if not _is_of(value, field.kind):
        said = None if isinstance(value, dict | list) else value  # too long to repeat
        what = Words(f"not_{field.kind}", {"takes": Words(f"takes_{field.kind}")})
        raise BadScenarioError(what, file=file, row=row, key=field.key, value=said)


def _is_of(value: object, kind: str) -> bool:
    if kind == TEXT:
        return isinstance(value, str) and bool(value.strip())
    if kind == DAY:
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind == WORDS:
        return isinstance(value, list) and bool(value) and all(_is_of(one, TEXT) for one in value)
    if kind == ROWS:
        return isinstance(value, list) and all(isinstance(one, dict) for one in value)
    # True is a whole number to Python, and nan and inf are numbers.
    if isinstance(value, bool) or not isinstance(value, int | (float if kind == NUMBER else int)):
        return False
    return abs(value) < float("inf")
