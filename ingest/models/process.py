"""The process in which dbt runs: reads the project at once, builds when told to, says what happened.

Started by ``ingest.models.run``, never by people. A line on standard input starts the build and says what
the environment must hold for it and which entities were delivered; end of file means that the parent has
gone. Standard output carries one JSON object per line: the number of nodes, one per finished node, and one
at the end.
"""

import json
import os
import sys
import threading
from pathlib import Path
from typing import TextIO

from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt.contracts.graph.manifest import Manifest

from ingest.models.left_out import leave_out
from ingest.models.remembered import read_before, remember
from warehouse.places import SEEDS_VARIABLE


def main(places: list[str], more: list[str]) -> None:
    """Read the project that ``places`` name, wait for the word, then build it with the options ``more``."""
    answers = _answers()
    # what the tests said is kept in a mart: logs and documents of dbt would only be written and deleted
    options = ["--quiet", "--log-level", "none", "--log-level-file", "none", "--no-write-json", *places]
    seeds = Path(os.environ[SEEDS_VARIABLE])
    manifest, failure = _project(options, seeds)
    line = sys.stdin.readline()
    if not line:
        return
    order = json.loads(line)
    os.environ.update(order["environment"])
    threading.Thread(target=_leave_when_alone, daemon=True).start()
    if failure is None:
        leave_out(manifest, order["delivered"])
        _say(answers, {"nodes": len(manifest.nodes)})

        def on_event(event: object) -> None:
            if event.info.name == "NodeFinished":
                _say(answers, {"finished": event.data.node_info.node_name})

        runner = dbtRunner(manifest=manifest, callbacks=[on_event])
        built = runner.invoke(["build", "--no-version-check", *options, *more])
    else:
        built = failure
    _say(
        answers,
        {
            "success": built.success,
            "failed": _failed(built),
            "is_disk_full": _says(built, "No space left on device"),
            "is_memory_short": _says(built, "Out of Memory Error"),
        },
    )


def _project(options: list[str], seeds: Path) -> tuple[Manifest | None, dbtRunnerResult | None]:
    """The project, from the last time or read anew; or what kept dbt from reading it."""
    manifest = read_before(seeds)
    if manifest is not None:
        return manifest, None
    read = dbtRunner().invoke(["parse", *options])
    if not read.success:
        return None, read
    remember(read.result, seeds)
    return read.result, None


def _answers() -> TextIO:
    """Standard output kept for answers; whatever else is printed goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


def _leave_when_alone() -> None:
    """A build that nobody waits for must not go on writing: its folder may belong to the next one."""
    sys.stdin.read()
    os._exit(3)


def _say(answers: TextIO, answer: dict) -> None:
    answers.write(json.dumps(answer) + "\n")
    answers.flush()


def _says(done: dbtRunnerResult, words: str) -> bool:
    said = [str(done.exception or ""), *(node.message or "" for node in getattr(done.result, "results", []))]
    return any(words in text for text in said)


def _failed(done: dbtRunnerResult) -> list[str]:
    """Node and first line of the message of whatever failed; what kept dbt from starting is one of them."""
    if done.success:
        return []
    nodes = getattr(done.result, "results", [])
    failed = [
        f"{result.node.name}: {(result.message or str(result.status)).strip().splitlines()[0]}"
        for result in nodes
        if result.status in ("error", "fail", "runtime error")
    ]
    return failed or [f"dbt: {done.exception}"]


if __name__ == "__main__":
    main(*json.loads(sys.argv[1]))
