"""A build folder that stops before the models: raw rows and policy of a delivery, once for several ways."""

from pathlib import Path

from ingest.intake.load import load_raw
from ingest.models.run import models_process
from ingest.order import Build, Order, new_build
from ingest.policy import copy_policy
from ingest.progress import Progress
from warehouse.places import SEEDS


class Loaded(Build):
    """A build that has its raw rows and its copy of the policy, and waits for the models."""

    def build_models(self) -> None:
        """Policy, models and tests, as every build runs them; the SQL that ran stays in ``target/run``."""
        with models_process(self) as models:
            models.run(Progress(is_silent=True))


def loaded(delivery: Path, folder: Path) -> Loaded:
    """Read, check and write the raw rows of a delivery into a new ``folder``."""
    folder.mkdir(parents=True)
    begun = new_build(folder)
    found = Loaded(begun.id, begun.at, folder)
    copy_policy(SEEDS, SEEDS, found.seeds)
    load_raw(Order(delivery, key=folder / "hashing.key"), found, Progress(is_silent=True))
    return found
