"""The demonstration: a synthetic service, built and shown on this machine only."""

import shutil
import subprocess
import sys

from ingest.build import build
from ingest.errors import MaatwerkError
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_sample
from warehouse.current import published_file
from warehouse.places import REPOSITORY, SAMPLE, WAREHOUSE


def demo(port: int) -> None:
    """Write the sample and build it unless that was done before, then serve until interrupted.

    Raises MaatwerkError when the dashboard does not start.
    """
    if published_file(WAREHOUSE) is None:
        _write_and_build()
    # a process of its own: the screens know nothing of ingest, nor ingest of them
    command = [sys.executable, "-m", "dashboards.serve", "--warehouse", str(WAREHOUSE)]
    if subprocess.run([*command, "--port", str(port)], cwd=REPOSITORY).returncode > 0:
        raise MaatwerkError(
            f"the dashboard did not start on port {port}; is it in use? Name another with --port 8600"
        )


def _write_and_build() -> None:
    fresh = SAMPLE.with_name("sample-next")
    shutil.rmtree(fresh, ignore_errors=True)
    write_sample(fresh)
    shutil.rmtree(SAMPLE, ignore_errors=True)
    fresh.rename(SAMPLE)
    build(Order(SAMPLE), Progress())
