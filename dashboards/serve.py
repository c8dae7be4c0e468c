"""Serve the screens: `python -m dashboards.serve --warehouse DIR --port N`."""

import argparse
import os
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from dashboards import sign_in, use
from store.errors import StoreError
from warehouse.places import (
    ACCESS_VARIABLE,
    REPOSITORY,
    SCENARIOS_VARIABLE,
    STORE_VARIABLE,
    WAREHOUSE_VARIABLE,
    warehouse_folder,
)

_SECONDS_TO_START = 60
# What to open first in the sample, and what there is to see.
_TOUR = (
    ("offices?office=BRU", "Brussel: its workload falls in 2023, the year in which Halle opens"),
    ("backlog", "cases that wait for an officer: the list grew until 2023 and has been shorter since"),
    ("certainty", "the same offices under four weight schemes, and with weights up to 34 % off"),
)


def serve(
    warehouse: Path,
    port: int,
    address: str = "127.0.0.1",
    tour: bool = False,
    provider: Path | None = None,
) -> int:
    """Serve `warehouse` until stopped; says where once it answers. Returns the server's exit status.

    A `tour` names three pages of the sample to begin with. `provider`: the settings of a provider of sign-in.
    Status 2 where it may not listen there, or access cannot be checked: then it says why.
    """
    if refused := sign_in.refusal(address, has_provider=_has_provider(provider)):
        sys.stderr.write(f"refused: {refused}\n")
        return 2
    server = started(warehouse, port, address, provider)
    signal.signal(signal.SIGTERM, lambda *_: server.terminate())
    try:
        if is_healthy(server, port, address):
            sys.stdout.write(_where(f"http://{address}:{port}", tour))
            sys.stdout.flush()
        return server.wait()
    except KeyboardInterrupt:
        server.terminate()
        return server.wait()


def _where(root: str, tour: bool) -> str:
    places = [f"  {root}/{path}\n    {seen}" for path, seen in _TOUR] if tour else []
    return "\n".join([f"Maatwerk is at {root} (stop with Ctrl+C)", *places, ""])


def _has_provider(settings: Path | None) -> bool:
    """Whether a file holds the settings of a provider of sign-in."""
    if settings is None or not settings.is_file():
        return False
    try:
        return "auth" in tomllib.loads(settings.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        return False


def started(warehouse: Path, port: int, address: str, provider: Path | None = None) -> subprocess.Popen:
    """The server's process, which may not answer yet."""
    command = [sys.executable, "-m", "streamlit", "run", str(REPOSITORY / "dashboards" / "server.py")]
    options = {"server.address": address, "server.port": port}
    options |= {"secrets.files": provider.resolve()} if provider else {}
    flags = [f"--{name}={setting}" for name, setting in options.items()]
    environment = os.environ | {WAREHOUSE_VARIABLE: str(Path(warehouse).resolve())}
    # From the project's folder, because .streamlit/config.toml is looked for where the server starts.
    # Its greeting names the address a second time; what goes wrong is said on standard error.
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(command + flags, cwd=REPOSITORY, env=environment, stdin=nowhere, stdout=nowhere)


def is_healthy(server: subprocess.Popen, port: int, address: str) -> bool:
    """Wait until the server answers; False when it ended or stayed silent for a minute."""
    here = "127.0.0.1" if address in ("", "0.0.0.0") else address
    until = time.monotonic() + _SECONDS_TO_START
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(f"http://{here}:{port}/_stcore/health", timeout=2) as answer:
                return answer.status == 200
        except (URLError, OSError):
            time.sleep(0.2)
    return False


def main() -> int:
    """Read the command line and serve."""
    parser = argparse.ArgumentParser(description="Serve the screens of a published warehouse.")
    parser.add_argument("--warehouse", type=Path, default=warehouse_folder())
    parser.add_argument("--port", type=int, default=8501)
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--scenarios", type=Path, metavar="DIR", help="folder with your own scenarios")
    parser.add_argument("--access", type=Path, metavar="FILE", help="who may see what (docs/access.md)")
    parser.add_argument(
        "--store", metavar="PLACE", help="folder or PostgreSQL address of the store: then use is logged"
    )
    parser.add_argument(
        "--provider", type=Path, metavar="FILE", help="settings of a provider of sign-in, [auth] in TOML"
    )
    parser.add_argument("--tour", action="store_true", help="name three pages of the sample to begin with")
    given = parser.parse_args()
    if given.scenarios is not None:
        os.environ[SCENARIOS_VARIABLE] = str(given.scenarios.resolve())
    if given.access is not None:
        os.environ[ACCESS_VARIABLE] = str(given.access.resolve())
    if given.store:
        is_address = "://" in given.store
        os.environ[STORE_VARIABLE] = given.store if is_address else str(Path(given.store).resolve())
    try:
        use.log()  # a store that cannot be written to is said now, and not by the first page
    except StoreError as error:
        sys.stderr.write(f"refused: {error}\n")
        return 2
    return serve(given.warehouse, given.port, given.address, given.tour, given.provider)


if __name__ == "__main__":
    raise SystemExit(main())
