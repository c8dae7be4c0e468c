"""Which version is published: ``current`` in the warehouse folder leads to it."""

from pathlib import Path

CURRENT = "current"
_NEXT = ".current-next"


def named_file(warehouse: Path) -> Path | None:
    """The file that ``current`` leads to, there or not; None when nothing was published yet.

    ``current`` is a link, or a text file with the name where links are not allowed.
    """
    current = warehouse / CURRENT
    try:
        text = current.readlink().name if current.is_symlink() else current.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    return warehouse / text.strip() if text.strip() else None


def published_file(warehouse: Path) -> Path | None:
    """The published file; None when nothing was published, or the file is gone."""
    file = named_file(warehouse)
    return file if file is not None and file.is_file() else None


def lead_to(file: Path) -> None:
    """Publish a file of a warehouse folder in one step: readers see the old version or the new one."""
    fresh = file.with_name(_NEXT)
    fresh.unlink(missing_ok=True)
    try:
        fresh.symlink_to(file.name)
    except OSError:
        fresh.write_text(file.name, encoding="utf-8")
    fresh.replace(file.with_name(CURRENT))
