"""The two servers that are measured side by side, and what they hold in memory."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import psutil

from benchmarks.commands import ROOT
from dashboards import serve

_PEERS = ROOT / "benchmarks" / "peers"
_SECONDS_TO_START = 60
_PEER_WORKERS, _PEER_THREADS = 3, 8


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def ours(warehouse: Path) -> Iterator[tuple[str, int]]:
    """Our pages of a warehouse, served as everybody serves them: the address, and the id of the process."""
    port = free_port()
    process = serve.started(warehouse, port, "127.0.0.1")
    with _ended(process):
        if not serve.is_healthy(process, port, "127.0.0.1"):
            raise RuntimeError("our pages did not start")
        yield f"http://127.0.0.1:{port}", process.pid


@contextmanager
def dash(warehouse: Path, home: Path) -> Iterator[tuple[str, int]]:
    """The page of Dash on the published file, by three workers of eight threads, from pinned packages."""
    python = _environment(home / "peers") / "python"
    port = free_port()
    file = (warehouse / "current").resolve()
    published = file if file.suffix == ".duckdb" else warehouse / file.read_text(encoding="utf-8").strip()
    process = subprocess.Popen(
        [
            python,
            "-m",
            "gunicorn",
            "-w",
            str(_PEER_WORKERS),
            "--threads",
            str(_PEER_THREADS),
            "-b",
            f"127.0.0.1:{port}",
            "dash_page:server",
        ],
        cwd=_PEERS,
        env=os.environ | {"WAREHOUSE_FILE": str(published)},
        stdout=subprocess.DEVNULL,
        stderr=(home / "dash.log").open("w"),
    )
    with _ended(process):
        address = f"http://127.0.0.1:{port}"
        _until_it_answers(process, address)
        _known_to_every_worker(address)
        yield address, process.pid


def held_mb(pid: int) -> float:
    """What a process and its children hold, each shared page counted once among all that share it."""
    root = psutil.Process(pid)
    return sum(one.memory_full_info().pss for one in (root, *root.children(recursive=True))) / 2**20


def _environment(folder: Path) -> Path:
    """A folder with the peer's programs; its packages are installed once."""
    programs = folder / "bin"
    if not (programs / "gunicorn").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [programs / "python", "-m", "pip", "-q", "--disable-pip-version-check", "install"]
        subprocess.run([*install, "-r", _PEERS / "requirements.txt"], check=True)
    return programs


def _until_it_answers(process: subprocess.Popen, address: str) -> None:
    until = time.monotonic() + _SECONDS_TO_START
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(address, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the peer did not start")


def _known_to_every_worker(address: str) -> None:
    """Ask for the page until each worker of the peer has made it: before, it refuses the page's scripts."""

    def asked(_: int) -> None:
        with urlopen(address, timeout=_SECONDS_TO_START) as page:
            page.read()

    with ThreadPoolExecutor(_PEER_THREADS) as several:
        list(several.map(asked, range(10 * _PEER_THREADS)))


@contextmanager
def _ended(process: subprocess.Popen) -> Iterator[None]:
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)
