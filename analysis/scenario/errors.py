"""A scenario that cannot be used: one sentence that says where, what, and what would do."""

from collections.abc import Iterable
from difflib import get_close_matches


class BadScenarioError(ValueError):
    """The sentence, with the file, the row and the key that it is about."""

    def __init__(self, what: str, *, file: str, row: str = "", key: str = "", value: object = None) -> None:
        named = f"{key} = {_shown(value)}" if key and value is not None else key
        super().__init__(f"{', '.join(part for part in (file, row, named) if part)}: {what}")


def one_of(value: str, known: Iterable[str]) -> str:
    """What is allowed instead of an unknown word: the nearest one first, where one is near."""
    words = list(known)
    near = get_close_matches(value, words, n=1)
    meant = f"did you mean {near[0]!r}? " if near else ""
    return f"{meant}Allowed: {', '.join(words)}"


def _shown(value: object) -> str:
    said = repr(value) if isinstance(value, str) else str(value)
    return said if len(said) <= 60 else f"{said[:57]}..."
