"""Runs the dbt project over one build folder: policy, models and tests, from raw rows to marts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner, dbtRunnerResult

from ingest.errors import MaatwerkError, PolicyRefusedError
from ingest.progress import Progress

PROJECT = Path(__file__).resolve().parent.parent / "dbt_project"
WORK_FILE = "work.duckdb"
PUBLISHED_FILE = "published.duckdb"


def transform(build_folder: Path, seeds: Path, progress: Progress, *, unit_tests: bool = False) -> None:
    """Build policy and marts from the raw rows of ``build_folder`` and run every test on them.

    ``seeds`` must be a copy inside the build folder: dbt writes over seed files outside its project.
    Raises PolicyRefusedError with the names of the tests or models that failed.
    """
    # what the tests said is kept in a mart; log file and documents of dbt would only be written and deleted
    command = ["build", "--no-version-check", "--quiet", "--log-level-file", "none", "--no-write-json"]
    if not unit_tests:
        command += ["--exclude-resource-type", "unit_test"]
    with _environment(build_folder, seeds), progress.step("models and tests") as step:
        try:
            done = dbtRunner(callbacks=[_advance(step)]).invoke([*command, *_places(build_folder)])
        finally:
            # dbt keeps its connection for the whole process: the files are whole only once it is closed
            DuckDBConnectionManager.close_all_connections()
    _refuse_failures(done)


@contextmanager
def read_ahead(build_folder: Path, seeds: Path) -> Iterator[None]:
    """Let dbt read its project in a process of its own while the body loads deliveries.

    What it has read lies in the build folder, where ``transform`` finds it and need not read again; when
    reading failed, ``transform`` reads once more and says why.
    """
    command = [sys.executable, "-c", "from dbt.cli.main import cli; cli()", "--quiet", "parse"]
    with _environment(build_folder, seeds):
        reading = subprocess.Popen(
            [*command, *_places(build_folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    try:
        yield
        reading.wait()
    finally:
        reading.kill()
        reading.wait()


def _places(build_folder: Path) -> list[str]:
    return [
        "--project-dir",
        str(PROJECT),
        "--profiles-dir",
        str(PROJECT),
        "--target-path",
        str(build_folder.resolve() / "target"),
        "--log-path",
        str(build_folder.resolve() / "logs"),
    ]


@contextmanager
def _environment(build_folder: Path, seeds: Path) -> Iterator[None]:
    """The project reads its two places from the environment; dbt also changes the working folder."""
    places = {"MAATWERK_BUILD": str(build_folder.resolve()), "MAATWERK_SEEDS": str(seeds.resolve())}
    before, folder = {name: os.environ.get(name) for name in places}, Path.cwd()
    os.environ.update(places)
    try:
        yield
    finally:
        os.chdir(folder)
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def _advance(step):
    def on_event(event) -> None:
        if event.info.name == "NodeFinished":
            step.advance()

    return on_event


def _refuse_failures(done: dbtRunnerResult) -> None:
    if done.success:
        return
    if done.result is None:
        raise MaatwerkError(f"dbt could not start: {done.exception}")
    failed = [
        f"{result.node.name}: {(result.message or str(result.status)).strip().splitlines()[0]}"
        for result in done.result.results
        if result.status in ("error", "fail", "runtime error")
    ]
    raise PolicyRefusedError(
        "refused by tests of policy or models, the published version stays:\n  " + "\n  ".join(failed)
    )
