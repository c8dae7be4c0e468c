"""Publication: a new file beside the old ones, then one atomic step that readers follow.

In the warehouse folder ``current`` leads to the published file. A build works in a folder of its own
that no reader looks into; whatever a killed build leaves there is swept by the next one.
"""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TextIO

import duckdb

from ingest.errors import MaatwerkError
from ingest.publication.editions import archive_edition
from warehouse.current import lead_to, named_file

KEPT_VERSIONS = 5
_BUILDING = ".building"


def versions(warehouse: Path) -> list[Path]:
    """All kept versions, oldest first; their names begin with the UTC time of the build."""
    return sorted(warehouse.glob("warehouse-*.duckdb"))


@contextmanager
def build_folder(warehouse: Path) -> Iterator[Path]:
    """A folder for one build; only one build at a time may hold it. Removed at the end, whatever happened."""
    folder = warehouse / _BUILDING
    with only_writer(warehouse):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def only_writer(warehouse: Path) -> Iterator[None]:
    """Hold the warehouse's lock; MaatwerkError when another build holds it or nothing can be written."""
    with _lock_file(warehouse) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise MaatwerkError(
                f"another build is writing to {warehouse}; wait until it has ended, then try again"
            ) from None
        yield


def _lock_file(warehouse: Path) -> TextIO:
    try:
        warehouse.mkdir(parents=True, exist_ok=True)
        return (warehouse / ".lock").open("w")
    except OSError as error:
        raise MaatwerkError(
            f"the warehouse folder {warehouse} cannot be written ({error.strerror}); nothing was changed."
            " Name a folder that the user who runs the build may write to"
        ) from error


def version_name(built_at: datetime, build_id: str) -> str:
    """File name of a version: time of the build in UTC, then its id."""
    return f"warehouse-{built_at:%Y%m%dT%H%M%SZ}-{build_id}.duckdb"


def publish(finished: Path, warehouse: Path, name: str) -> Path:
    """Move a finished file into the warehouse, let ``current`` lead to it and drop the oldest versions."""
    _refuse_unreadable(finished)
    target = warehouse / name
    finished.replace(target)
    lead_to(target)
    # From here on the version is published: an edition that finds no room is archived by the next build.
    with suppress(OSError, duckdb.IOException):
        archive_edition(target, warehouse)
    for old in versions(warehouse)[:-KEPT_VERSIONS]:
        if old != target:
            old.unlink()
    return target


def _refuse_unreadable(finished: Path) -> None:
    """A file that does not open on its own, without a journal beside it, is not published."""
    journal = finished.with_name(f"{finished.name}.wal")
    with duckdb.connect(finished, read_only=True) as connection:
        [(rows,)] = connection.execute("select count(*) from marts.dim_status").fetchall()
    if rows != 1 or journal.exists():
        raise MaatwerkError(
            "the finished file is incomplete (is the disk full?); the published version stays"
        )


def rollback(warehouse: Path) -> Path:
    """Let ``current`` lead to the version before the published one; returns that file.

    Raises MaatwerkError when there is none. Rolling back again goes one more version back.
    """
    with only_writer(warehouse):
        published = named_file(warehouse)
        earlier = [version for version in versions(warehouse) if published and version.name < published.name]
        if not earlier:
            raise MaatwerkError(f"no earlier version is kept in {warehouse}; nothing was changed")
        lead_to(earlier[-1])
        return earlier[-1]
