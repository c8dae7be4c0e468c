"""The demonstration: a synthetic service, built and shown on this machine only."""

import shutil
import subprocess
import sys

from ingest.build import build
from ingest.errors import MaatwerkError
from ingest.order import DEFAULT_WAREHOUSE, REPOSITORY, Order
from ingest.progress import Progress
from ingest.publication.publish import published_file
from ingest.sample import write_sample

_SAMPLE = REPOSITORY / "var" / "sample"


def demo(port: int) -> None:
    """Write the sample and build it unless that was done before, then serve until interrupted.

    Raises MaatwerkError when the dashboard does not start.
    """
    published = published_file(DEFAULT_WAREHOUSE)
    if published is None or not published.exists():
        _write_and_build()
    # a process of its own: the screens know nothing of ingest, nor ingest of them
    command = [sys.executable, "-m", "dashboards.serve", "--warehouse", str(DEFAULT_WAREHOUSE)]
    if subprocess.run([*command, "--port", str(port)], cwd=REPOSITORY).returncode > 0:
        raise MaatwerkError(
            f"the dashboard did not start on port {port}; is it in use? Name another with --port 8600"
        )


def _write_and_build() -> None:
    fresh = _SAMPLE.with_name("sample-next")
    shutil.rmtree(fresh, ignore_errors=True)
    write_sample(fresh)
    shutil.rmtree(_SAMPLE, ignore_errors=True)
    fresh.rename(_SAMPLE)
    build(Order(_SAMPLE), Progress())
