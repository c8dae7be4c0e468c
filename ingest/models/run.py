"""Builds the models of one build, from raw rows to tested marts, in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from ingest.errors import MaatwerkError, PolicyRefusedError
from ingest.order import Build
from ingest.progress import Progress
from warehouse.places import BUILD_VARIABLE, DBT_PROJECT, MEMORY_VARIABLE, REPOSITORY, SEEDS_VARIABLE

_LEAST_MEMORY_MB = 700
_LEAST_FREE_BYTES = 10**6
# Measured at 10 million cases: the largest models find room for what cannot be spilled, all in under 10 GB.
_MEMORY_PER_RAW_BYTE = 8


@dataclass(frozen=True)
class ModelsProcess:
    """A process that has read the dbt project and waits until the raw rows are there."""

    process: subprocess.Popen
    build: Build

    def run(self, progress: Progress) -> None:
        """Build policy and marts from the raw rows and run every test on them.

        Raises PolicyRefusedError with the names of the tests or models that failed, MaatwerkError when the
        process stopped without a message.
        """
        environment = {MEMORY_VARIABLE: os.environ.get(MEMORY_VARIABLE) or memory_limit(self.build.work_file)}
        order = {"environment": environment, "delivered": delivered_entities(self.build.work_file)}
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        outcome = None
        with progress.step("models and tests") as step:
            for line in self.process.stdout:
                outcome = json.loads(line)
                if "nodes" in outcome:
                    step.expect(outcome["nodes"])
                elif "finished" in outcome:
                    step.advance()
            self.process.wait()
        _refuse_failures(outcome, self.build.folder)


@contextmanager
def models_process(build: Build, *, unit_tests: bool = False) -> Iterator[ModelsProcess]:
    """Let dbt read its project in a process of its own while the body loads deliveries.

    The build's copy of the policy must be there: dbt writes over seed files outside its project. The
    finished file is closed when the body ends, and whole when ``run`` has returned.
    """
    more = [] if unit_tests else ["--exclude-resource-type", "unit_test"]
    process = subprocess.Popen(
        [sys.executable, "-m", "ingest.models.process", json.dumps([_places(build), more])],
        cwd=REPOSITORY,
        env=_environment(build),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield ModelsProcess(process, build)
    finally:
        process.kill()
        process.communicate()


def delivered_entities(work_file: Path) -> list[str]:
    """The entities that a delivery in force brought, if only as a header."""
    with duckdb.connect(str(work_file), read_only=True) as connection:
        rows = connection.execute("select entity from raw.delivered_entities where is_delivered").fetchall()
    return [entity for (entity,) in rows]


def memory_limit(work_file: Path) -> str:
    """What the database may hold in memory, in DuckDB's words; it spills the rest to disk.

    In proportion to the raw rows, at least 700 MB, at most half of what the machine has.
    """
    machine = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    wanted = max(_LEAST_MEMORY_MB * 10**6, _MEMORY_PER_RAW_BYTE * work_file.stat().st_size)
    return f"{min(wanted, machine // 2) // 10**6}MB"


def _places(build: Build) -> list[str]:
    folder = build.folder.resolve()
    places = {
        "--project-dir": DBT_PROJECT,
        "--profiles-dir": DBT_PROJECT,
        "--target-path": folder / "target",
        "--log-path": folder / "logs",
    }
    return [word for option, place in places.items() for word in (option, str(place))]


def _environment(build: Build) -> dict[str, str]:
    """The project reads its two places from the environment."""
    places = {BUILD_VARIABLE: str(build.folder.resolve()), SEEDS_VARIABLE: str(build.seeds.resolve())}
    return os.environ | places


def _refuse_failures(outcome: dict | None, folder: Path) -> None:
    if outcome is None or "success" not in outcome:
        raise MaatwerkError(
            "dbt stopped without a message (out of memory, or is the disk full?); the published version stays"
        )
    # A disk that fills up half-way shows in many ways, most of which do not say so.
    is_disk_full = outcome.get("is_disk_full") or shutil.disk_usage(folder).free < _LEAST_FREE_BYTES
    if is_disk_full and not outcome["success"]:
        raise MaatwerkError(
            "the disk is full; the published version stays. Free some space, or name a warehouse folder on"
            " another disk with --warehouse, and try again"
        )
    if outcome.get("is_memory_short"):
        raise MaatwerkError(
            f"the models need more memory than they may use; the published version stays. Allow more with"
            f" {MEMORY_VARIABLE}, such as {MEMORY_VARIABLE}=4000MB"
        )
    if not outcome["success"]:
        raise PolicyRefusedError(
            "refused by tests of policy or models, the published version stays:\n  "
            + "\n  ".join(outcome["failed"])
        )
