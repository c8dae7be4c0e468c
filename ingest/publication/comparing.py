"""Two kept versions side by side."""

from pathlib import Path

from ingest.errors import BadInputError
from ingest.publication.changes import in_words
from ingest.publication.publish import versions
from ingest.publication.version_before import version_in


def compared_versions(warehouse: Path, one: str, other: str) -> list[str]:
    """The lines of a table with every figure of two kept versions, each named by a part of its file's name.

    BadInputError when a name fits no version or several, or a version is of a time that kept no figures.
    """
    both = [version_in(_named(warehouse, name)) for name in (one, other)]
    for version in both:
        if not version.figures:
            way_out = "Compare versions that were built since."
            raise BadInputError("a version that kept no figures to compare", way_out, file=version.file.name)
    amounts = [{row[:2]: row[3] for row in version.figures} for version in both]
    units = {row[:2]: row[2] for version in both for row in version.figures}
    lines = [("figure", "of", both[0].file.stem, both[1].file.stem, "")]
    for figure, part in sorted(units):
        before, now = (amount.get((figure, part)) for amount in amounts)
        words = [in_words(amount, units[figure, part]) for amount in (before, now)]
        lines.append((figure, part, *words, "" if before == now else "*"))
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]


def _named(warehouse: Path, name: str) -> Path:
    found = [version for version in versions(warehouse) if name in version.name]
    if len(found) == 1:
        return found[0]
    kept = ", ".join(version.name for version in versions(warehouse)) or "none"
    raise BadInputError(f"{'several versions' if found else 'no version'} named {name!r}", f"Kept: {kept}.")
