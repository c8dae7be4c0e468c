"""What lies beside the checkout or on the machine: without it tests are skipped, but not in the gate."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def given(name: str) -> Path:
    """A file or folder of ``shared`` beside the checkout."""
    found = SHARED / name
    if not found.exists():
        missing(f"no shared/{name} beside this checkout; put it there to run what needs it")
    return found


def missing(what: str) -> NoReturn:
    """Skip the test that asks, or fail it where ``CI=true``: the gate must run all of them."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} (CI=true: the gate may not skip it)")
    pytest.skip(what)
