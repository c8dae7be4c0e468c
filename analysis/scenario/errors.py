"""A scenario that cannot be used: where, what, and what would do; each language has the sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches


@dataclass(frozen=True)
class Words:
    """A sentence, or a part of one, that is worded by the language of who reads it.

    ``name``: which one. ``values``: what fills its places: whole numbers, text of the file, other words.
    """

    name: str
    values: dict[str, "int | str | Words"] = field(default_factory=dict)


class BadScenarioError(ValueError):
    """What is wrong, with the file, the row and the key that it is about.

    ``place``: the file, the row and the key with its value, as far as it is about them, in that order.
    """

    def __init__(
        self, what: Words, *, file: str, row: Words | str = "", key: str = "", value: object = None
    ) -> None:
        named = f"{key} = {as_written(value)}" if key and value is not None else key
        self.what = what
        self.place: tuple[Words | str, ...] = tuple(part for part in (file, row, named) if part)
        super().__init__(self.place, what)


def one_of(value: str, known: Iterable[str]) -> Words:
    """What is allowed instead of an unknown word: the nearest one first, where one is near."""
    words = list(known)
    allowed = ", ".join(words)
    if near := get_close_matches(value, words, n=1):
        return Words("allowed_near", {"near": as_written(near[0]), "allowed": allowed})
    return Words("allowed", {"allowed": allowed})


def as_written(value: object) -> str:
    """A value as a file has it, briefly; a text between quotes."""
    said = repr(value) if isinstance(value, str) else str(value)
    said = said.lower() if isinstance(value, bool) else said
    return said if len(said) <= 60 else f"{said[:57]}..."
