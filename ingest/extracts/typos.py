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


def heading_meant(heading: str, known: Iterable[str]) -> str | None:
    """The known column that a heading misses by a letter or two, or None.

    Short names lie close together without one being meant for the other: up to three letters none is, up to
    five letters one that misses a single letter.
    """
    for other in sorted(known):
        allowed = 0 if len(other) <= 3 else 1 if len(other) <= 5 else NEAR
        if allowed and letters_apart(heading, other) <= allowed:
            return other
    return None
