"""Where a table begins in a text or a sheet: below blank lines, a ``sep=`` line and notes."""

import csv
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ingest.extracts.signs import tidy

SEPARATORS = (",", ";")
# A header further down is not looked for: what is above it is then not a note.
LINES_SEARCHED = 30
# Excel reads the separator from such a first line, and writes one in some countries.
_STATED = re.compile(r'^"?sep=(.)"?[,;\t]*$', re.IGNORECASE)


@dataclass(frozen=True)
class Beginning:
    """The line of the header (0 is the first), its names, the separator, and how many notes lie above it."""

    line: int
    names: list[str]
    separator: str
    notes: int


def beginning(
    lines: Sequence[str], separator: str | None, needed: Collection[str], skip: int = 0
) -> Beginning | None:
    """Where the table begins in the first lines of a text; None when they hold nothing.

    The first line that is not blank is the header, unless none of the ``needed`` columns is in it and all
    of them are in one further down. The first ``skip`` lines are never the header.
    """
    stated = next((_STATED.match(line.strip(" ")) for line in lines if line.strip()), None)
    found = [
        (number, line, stated[1] if stated else separator or max(SEPARATORS, key=line.count))
        for number, line in enumerate(lines)
        if line.strip() and number >= skip and not _STATED.match(line.strip(" "))
    ]
    if not found:
        return None
    rows = [(number, _names(line, sign), sign) for number, line, sign in found]
    chosen = header_among([names for _, names, _ in rows], needed)
    number, names, sign = rows[chosen]
    return Beginning(number, names, sign, chosen)


def header_among(rows: Sequence[Sequence[str | None]], needed: Collection[str]) -> int:
    """Which of some rows is the header: the first, unless only a later one names the needed columns."""
    wanted = set(needed)
    stripped = [{tidy(name) for name in row} for row in rows]
    if not wanted or not stripped or wanted & stripped[0]:
        return 0
    return next((i for i, names in enumerate(stripped) if wanted <= names), 0)


def _names(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        # Longer than a library takes: no header.
        return []
