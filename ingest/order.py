"""What a build is asked for, and the build itself: its name, its time and the folder it works in."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse import places


@dataclass(frozen=True)
class Order:
    """What to build from what: the arguments of ``python -m ingest build``."""

    extracts: Path
    mapping: Path | None = None
    seeds: Path = places.SEEDS
    warehouse: Path = places.WAREHOUSE
    key: Path = places.HASHING_KEY
    # Whether somebody said that the differences from the version before are right, whatever their bounds.
    is_accepting: bool = False


@dataclass(frozen=True)
class Build:
    """One build: its id, the moment it began (UTC), and the folder that holds all it makes."""

    id: str
    at: datetime
    folder: Path

    @property
    def at_utc(self) -> datetime:
        """The moment it began as the database keeps times: UTC, without zone."""
        return self.at.astimezone(UTC).replace(tzinfo=None)

    @property
    def work_file(self) -> Path:
        """The database that the raw schema is written to and the models are built in."""
        return self.folder / "work.duckdb"

    @property
    def finished_file(self) -> Path:
        """The database that holds the marts and nothing else: the file to publish."""
        return self.folder / "published.duckdb"

    @property
    def seeds(self) -> Path:
        """This build's copy of the policy."""
        return self.folder / "seeds"


def new_build(folder: Path) -> Build:
    """A build that begins now, in ``folder``."""
    return Build(secrets.token_hex(4), datetime.now(UTC).replace(microsecond=0), folder)
