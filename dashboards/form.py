"""A form as a value: what it asks, and what happens with the answers. The screen draws it, paper does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from store.lines import Who


class Asks(StrEnum):
    """What one field asks for."""

    CHOICE = "choice"  # one of `options`
    TEXT = "text"  # a short text
    NAME = "name"  # a few words on one line
    DAY = "day"  # a day, as 2026-07-01


@dataclass(frozen=True)
class Field:
    """One question of a form: `options` are ids with their words, `day` is the first that may be chosen."""

    name: str
    label: str
    asks: Asks = Asks.TEXT
    options: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None
    help: str = ""


@dataclass(frozen=True)
class Answers:
    """What was filled in: field -> id, text or ISO day; who did, and which warnings they accepted."""

    values: Mapping[str, str]
    who: Who
    accepted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """A form to write with; without fields it is one button, such as one that takes something back.

    `name` is unique on the page and holds no id of a person or a case: the log names the form by what comes
    before its first dot. `write` puts the answers into the store, and raises what the store raises: what it
    does not raise at is confirmed on the screen, with `done`. It runs later, when someone sends the form.
    """

    name: str
    title: str
    send: str
    done: str
    write: Callable[[Answers], None]
    fields: tuple[Field, ...] = ()
