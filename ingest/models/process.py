"""The process in which dbt runs: reads the project at once, builds when told to, says what happened.

Started by ``ingest.models.run``, never by people. A line on standard input starts the build and says what
the environment must hold for it; end of file means that the parent has gone. Standard output carries one
JSON object per line: one per finished node, and one at the end.
"""

import json
import os
import sys
import threading
from typing import TextIO

from dbt.cli.main import dbtRunner, dbtRunnerResult


def main(places: list[str], more: list[str]) -> None:
    """Read the project that ``places`` name, wait for the word, then build it with the options ``more``."""
    answers = _answers()
    # what the tests said is kept in a mart: logs and documents of dbt would only be written and deleted
    quiet = ["--quiet", "--log-level", "none", "--log-level-file", "none", "--no-write-json"]
    project = dbtRunner().invoke(["parse", *quiet, *places])
    order = sys.stdin.readline()
    if not order:
        return
    os.environ.update(json.loads(order))
    threading.Thread(target=_leave_when_alone, daemon=True).start()
    if project.success:

        def on_event(event: object) -> None:
            if event.info.name == "NodeFinished":
                _say(answers, {"finished": event.data.node_info.node_name})

        runner = dbtRunner(manifest=project.result, callbacks=[on_event])
        project = runner.invoke(["build", "--no-version-check", *quiet, *places, *more])
    _say(answers, {"success": project.success, "failed": _failed(project)})


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
