"""A build folder that stops before the models: raw rows and policy of a delivery, once for several ways."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.build import DEFAULT_SEEDS
from ingest.loading import load
from ingest.policy import copy_policy
from ingest.progress import Progress
from ingest.transform import WORK_FILE, transformation


@dataclass(frozen=True)
class Loaded:
    """Where the models of a delivery are built: the work file with the raw rows, and a copy of the policy."""

    folder: Path

    @property
    def work_file(self) -> Path:
        """The DuckDB file that holds the raw schema."""
        return self.folder / WORK_FILE

    @property
    def seeds(self) -> Path:
        """The policy that the models read."""
        return self.folder / "seeds"

    def build_models(self) -> None:
        """Policy, models and tests, as every build runs them; the SQL that ran stays in ``target/run``."""
        with transformation(self.folder, self.seeds) as models:
            models.run(Progress(is_silent=True))


def loaded(delivery: Path, folder: Path) -> Loaded:
    """Read, check and write the raw rows of a delivery into a new ``folder``."""
    folder.mkdir(parents=True)
    found = Loaded(folder)
    copy_policy(DEFAULT_SEEDS, DEFAULT_SEEDS, found.seeds)
    load(
        delivery,
        None,
        DEFAULT_SEEDS,
        found.work_file,
        folder / "hashing.key",
        secrets.token_hex(4),
        datetime.now(UTC),
        Progress(is_silent=True),
    )
    return found
