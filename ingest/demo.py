"""The demonstration: a synthetic service, built and shown on this machine only."""

import shutil
import socket
import subprocess
import sys
from datetime import datetime

from ingest.build import build
from ingest.errors import MaatwerkError
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_assumptions, write_sample
from warehouse.current import published_file
from warehouse.places import REPOSITORY, SAMPLE, STORE, WAREHOUSE, store_place

_ADDRESS = "127.0.0.1"
ASSUMPTIONS = SAMPLE.with_name("sample-assumptions.md")


def demo(port: int) -> None:
    """Write the sample and build it unless that was done before, then serve until interrupted.

    Raises MaatwerkError when the port is taken, before anything is built, and when nothing is served.
    """
    progress = Progress()
    _refuse_taken_port(port)
    published = published_file(WAREHOUSE)
    tour = []
    if published is None:
        _write_and_build(progress)
        tour = ["--tour"]
    else:
        built_at = datetime.fromtimestamp(published.stat().st_mtime)
        again = "`make clean demo` builds it again"
        progress.note(f"Only serving: the warehouse was built on {built_at:%d/%m/%Y at %H:%M} ({again}).")
    # a process of its own: the screens know nothing of ingest, nor ingest of them
    command = [sys.executable, "-m", "dashboards.serve", "--warehouse", str(WAREHOUSE), "--port", str(port)]
    command += ["--store", store_place() or str(STORE / "demonstration")]
    if subprocess.run([*command, *tour], cwd=REPOSITORY).returncode > 0:
        raise MaatwerkError(f"the pages could not be served on port {port}; the reason is given above")


def _refuse_taken_port(port: int) -> None:
    """Before minutes are spent on a build that could not be shown."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((_ADDRESS, port))
        except OSError as error:
            raise MaatwerkError(
                f"port {port} cannot be used ({error.strerror}). If the demonstration is already running,"
                f" it is at http://{_ADDRESS}:{port}. Another port: make demo PORT={port + 99}"
            ) from error


def _write_and_build(progress: Progress) -> None:
    progress.note("An invented service, generated at random: it describes no real office.")
    fresh = SAMPLE.with_name("sample-next")
    shutil.rmtree(fresh, ignore_errors=True)
    with progress.step("drawing the sample"):
        write_sample(fresh)
    write_assumptions(ASSUMPTIONS)
    progress.note(f"  what it is based on: {ASSUMPTIONS.relative_to(REPOSITORY)}")
    shutil.rmtree(SAMPLE, ignore_errors=True)
    fresh.rename(SAMPLE)
    published = build(Order(SAMPLE), progress)
    progress.note(
        f"published: {published.relative_to(REPOSITORY)}, {published.stat().st_size / 10**6:,.0f} MB"
    )
