"""The main job: deliveries become raw rows, raw rows become marts, and the finished file is published."""

from pathlib import Path

from ingest.errors import BadInputError
from ingest.intake.load import load_raw
from ingest.models.run import models_process
from ingest.order import Order, new_build
from ingest.policy import copy_policy
from ingest.progress import Progress
from ingest.publication.changes import changes_in, log_accepted, refuse_beyond, said_of_changes
from ingest.publication.editions import load_editions
from ingest.publication.forecast_marts import write_forecast_marts
from ingest.publication.publish import build_folder, publish, version_name
from ingest.publication.version_before import load_version_before
from warehouse.current import published_file
from warehouse.places import SEEDS


def build(order: Order, progress: Progress) -> Path:
    """Build a new version and publish it; returns the published file.

    Raises BadInputError (a delivery, or how it differs from the version before, is refused),
    PolicyRefusedError or MaatwerkError; the published version stays. A build that is killed leaves nothing
    that a reader could see.
    """
    _refuse_missing_folders(order)
    with build_folder(order.warehouse) as folder:
        this = new_build(folder)
        copy_policy(order.seeds, SEEDS, this.seeds)
        with models_process(this) as models:
            load_raw(order, this, progress)
            before = published_file(order.warehouse)
            load_editions(this.work_file, order.warehouse, before)
            load_version_before(this.work_file, before, order.is_accepting)
            models.run(progress)
        write_forecast_marts(this.finished_file, order.warehouse)
        changes = changes_in(this.finished_file)
        refuse_beyond(changes)
        published = publish(this.finished_file, order.warehouse, version_name(this.at, this.id))
    log_accepted(changes, order.warehouse, published)
    for sentence in said_of_changes(changes):
        progress.note(sentence)
    return published


def _refuse_missing_folders(order: Order) -> None:
    for folder, what in ((order.extracts, "extracts"), (order.seeds, "seeds")):
        if not folder.is_dir():
            rule = f"the {what} are a file, not a folder" if folder.exists() else f"no such folder of {what}"
            raise BadInputError(rule, "Name an existing folder.", file=str(folder))
