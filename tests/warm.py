"""Each build of a test begins as a fork of a process that has imported dbt and settled on the project.

A fork is a process of its own that runs ``ingest.models.process``, as every build does; inside ``cold``
a build starts one anew, as for everybody.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from unittest import mock

from ingest.models import run
from ingest.models.remembered import read_before
from ingest.order import Build, new_build
from ingest.policy import copy_policy
from warehouse.places import REPOSITORY, SEEDS

_started = run.started
_READ = """
import json, pathlib, sys
from ingest.models import process
process.project(json.loads(sys.argv[1]), pathlib.Path(sys.argv[2]))
"""


class Forked:
    """A fork, with what the main job uses of a process that it started."""

    def __init__(self, line: socket.socket, order: dict) -> None:
        own_in, their_in = os.pipe()[::-1]
        own_out, their_out = os.pipe()
        self._alive, theirs = os.pipe()
        given = (their_in, their_out, theirs)
        socket.send_fds(line, [json.dumps(order).encode() + b"\n"], given)
        for one in given:
            os.close(one)
        answer = line.recv(32)
        assert answer, "the process that builds are forked from has ended"
        self._pid = int(answer)
        self.stdin, self.stdout = os.fdopen(own_in, "w"), os.fdopen(own_out, encoding="utf-8")

    def wait(self) -> None:
        """Return when it has ended: then nobody holds the other end any more."""
        os.read(self._alive, 1)

    def kill(self) -> None:
        """End it; it keeps its number until the next one is forked."""
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def communicate(self) -> None:
        """Let go of it."""
        self.wait()
        os.close(self._alive)
        self.stdout.close()
        with suppress(BrokenPipeError):
            self.stdin.close()


@contextmanager
def warm() -> Iterator[None]:
    """While the body runs, builds are forked; the first of them starts the process that they come from."""
    with mock.patch.object(run, "started", _forked):
        yield
    if _line.cache_info().currsize:
        _line().close()


@contextmanager
def cold() -> Iterator[None]:
    """While the body runs, builds start as they do for everybody."""
    with mock.patch.object(run, "started", _started):
        yield


def _forked(build: Build, more: list[str]) -> Forked:
    return Forked(_line(), {"environment": run.environment(build), "given": [run.places(build), more]})


@cache
def _line() -> socket.socket:
    own, theirs = socket.socketpair()
    with theirs:
        subprocess.Popen(
            [sys.executable, "-m", "tests.warm", str(theirs.fileno())],
            cwd=REPOSITORY,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    return own


def _serve(line: socket.socket) -> None:
    """Fork for each order until nobody is there to give one."""
    from ingest.models import process

    _look_around(process)
    while True:
        order, given, _, _ = socket.recv_fds(line, 1, 3)
        while order and not order.endswith(b"\n"):
            order += line.recv(1 << 20)
        if not order:
            return
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        if not (pid := os.fork()):
            line.close()
            _become(process, json.loads(order), given)
        for one in given:
            os.close(one)
        line.send(str(pid).encode())


def _look_around(process) -> None:
    """Let dbt make once for all what it makes of its own classes and of the project when first asked."""
    with tempfile.TemporaryDirectory() as home:
        build = new_build(Path(home))
        copy_policy(SEEDS, SEEDS, build.seeds)
        os.environ.update(run.environment(build))
        options = ["--quiet", "--log-level", "none", "--log-level-file", "none", *run.places(build)]
        # Never read here: dbt's parser keeps threads that a fork does not have, and would wait for for ever.
        subprocess.run([sys.executable, "-c", _READ, json.dumps(options), str(build.seeds)], check=True)
        if (manifest := read_before(build.seeds)) is not None:
            process.dbtRunner(manifest=manifest).invoke(["list", "--no-version-check", *options])


def _become(process, order: dict, given: list[int]) -> None:
    status = 1
    try:
        os.environ.clear()
        os.environ.update(order["environment"])
        for place, one in enumerate(given[:2]):
            os.dup2(one, place)
            os.close(one)
        process.main(*order["given"])
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    _serve(socket.socket(fileno=int(sys.argv[1])))
