"""The main job: from deliveries through load, models and tests to a published warehouse."""

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import BadInputError
from ingest.loading import load
from ingest.policy import copy_policy
from ingest.progress import Progress
from ingest.publication.editions import load_editions
from ingest.publication.publish import build_folder, publish, published_file, version_name
from ingest.transform import PUBLISHED_FILE, WORK_FILE, transformation

PROJECT = Path(__file__).resolve().parent.parent
DEFAULT_SEEDS = PROJECT / "seeds"
DEFAULT_WAREHOUSE = PROJECT / "var" / "warehouse"
DEFAULT_KEY = PROJECT / "var" / "hashing.key"


@dataclass(frozen=True)
class Order:
    """What to build from what: the arguments of ``python -m ingest build``."""

    extracts: Path
    mapping: Path | None = None
    seeds: Path = DEFAULT_SEEDS
    warehouse: Path = DEFAULT_WAREHOUSE
    key: Path = DEFAULT_KEY


def build(order: Order, progress: Progress) -> Path:
    """Build a new version and publish it; returns the published file.

    Raises BadInputError (nothing was written), PolicyRefusedError or MaatwerkError (the published version
    stays). A build that is killed leaves nothing that a reader could see.
    """
    for folder, what in ((order.extracts, "extracts"), (order.seeds, "seeds")):
        if not folder.is_dir():
            rule = f"the {what} are a file, no folder" if folder.exists() else f"no folder of {what} there"
            raise BadInputError(rule, "Name an existing folder.", file=str(folder))
    built_at = datetime.now(UTC).replace(microsecond=0)
    build_id = secrets.token_hex(4)
    with build_folder(order.warehouse) as folder:
        work_file, seeds = folder / WORK_FILE, folder / "seeds"
        copy_policy(order.seeds, DEFAULT_SEEDS, seeds)
        with transformation(folder, seeds) as models:
            load(
                order.extracts,
                order.mapping,
                order.seeds,
                work_file,
                order.key,
                build_id,
                built_at,
                progress,
            )
            load_editions(work_file, order.warehouse, published_file(order.warehouse))
            models.run(progress)
        return publish(folder / PUBLISHED_FILE, order.warehouse, version_name(built_at, build_id))
