"""Names that were probably meant to be another name."""

from collections.abc import Iterable

NEAR = 2


def letters_apart(one: str, other: str) -> int:
    """Levenshtein distance: letters to insert, drop or replace to turn ``one`` into ``other``."""
    previous = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        current = [i]
        for j, wanted in enumerate(other, start=1):
            replaced = previous[j - 1] + (letter != wanted)
            current.append(min(previous[j] + 1, current[-1] + 1, replaced))
        previous = current
    return previous[-1]


def probably_meant(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` misses by at most two letters (capitals aside), or None.

    A name that is known itself misses nothing: None.
    """
    known = list(known)
    if name in known:
        return None
    distances = sorted((letters_apart(name.lower(), other.lower()), other) for other in known)
    return distances[0][1] if distances and distances[0][0] <= NEAR else None
