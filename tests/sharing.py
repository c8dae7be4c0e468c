"""What several workers need is made by one of them: a build is dear, and each worker is a process."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` filled, whichever worker came first; nobody may change what is in it."""
    own = factory.getbasetemp()
    # workers keep their folders side by side, under that of the whole run
    common = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return made_at(common / f"shared-{name}", make)


def made_at(home: Path, make: Callable[[Path], object]) -> Path:
    """The same of a folder at a place that all workers know."""
    whole = home.with_name(f"{home.name}.whole")
    with home.with_name(f"{home.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not whole.exists():
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            make(home)
            whole.touch()
    return home
