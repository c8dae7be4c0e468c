"""One full sample for all tests of this folder, and what a load percentage needs."""

import sys
from pathlib import Path

import polars as pl
import pytest

from ingest.sample.drawing import drawn_service

sys.path.insert(
    0, str(Path(__file__).parent)
)  # tests are imported by file: helpers beside them are not found


@pytest.fixture(scope="session")
def full() -> dict[str, pl.DataFrame]:
    return drawn_service(seed=1)


@pytest.fixture(scope="session")
def small() -> dict[str, pl.DataFrame]:
    return drawn_service(cases=300, seed=1)
