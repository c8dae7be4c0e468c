"""Stores to test on: a file of SQLite, and a database of a real PostgreSQL where one is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.opening import opened


def _programs() -> Path | None:
    """Where PostgreSQL's own programs are; Debian keeps them outside the path, by version."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    return max((one.parent for one in Path("/usr/lib/postgresql").glob("*/bin/initdb")), default=None)


def _as_somebody() -> list[str]:
    """PostgreSQL refuses to run as root: then as the user of its package."""
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server of its own, up to the name of a database."""
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL is installed")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        if os.geteuid() == 0:
            shutil.chown(home, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        data, who = f"{home}/data", _as_somebody()
        quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": "/"}
        subprocess.run([*who, programs / "initdb", "-D", data, "-U", "maatwerk", "-A", "trust"], **quiet)
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {home} -c fsync=off"
        start = [*who, programs / "pg_ctl", "-D", data, "-w", "-l", f"{home}/said", "-o", options, "start"]
        subprocess.run(start, **quiet)
        yield f"postgresql://maatwerk@127.0.0.1:{port}"
        subprocess.run([*who, programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **quiet)


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place without a store, once of each engine."""
    return fresh_place(request, tmp_path)


def fresh_place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "kept")
    address = f"{request.getfixturevalue('postgresql')}/postgres"
    admin = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql("drop schema public cascade; create schema public")
    admin.dispose()
    return address


@pytest.fixture
def engine(place: str) -> Iterator[sa.Engine]:
    """The engine of a store that is up to date and empty."""
    found = opened(place)
    yield found
    found.dispose()


@pytest.fixture
def command(place: str, capsys: pytest.CaptureFixture) -> Callable[..., tuple[int, str]]:
    """Runs `python -m store` on the place; its status, and what it said."""
    from store.__main__ import main

    def run(name: str, *options: str) -> tuple[int, str]:
        status = main([name, "--store", place, *options])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run
