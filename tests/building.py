"""The main job, with the folder it works in kept: what the models hold, beside what was published."""

import shutil
from pathlib import Path
from unittest.mock import patch

import ingest.build
from ingest.order import Build, Order, new_build
from ingest.progress import Progress


def build_and_keep(order: Order, kept: Path) -> Path:
    """Build and publish; the folder that a build works in and removes is then there as ``kept``.

    Returns the published file.
    """

    publish = ingest.build.publish  # which searches the file first

    def keep_and_publish(finished: Path, warehouse: Path, name: str) -> Path:
        shutil.copytree(finished.parent, kept)
        return publish(finished, warehouse, name)

    with patch("ingest.build.publish", keep_and_publish):
        return ingest.build.build(order, Progress(is_silent=True))


def kept_build(kept: Path) -> Build:
    """The files in a folder that was kept."""
    return new_build(kept)
