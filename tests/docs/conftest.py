"""One build of the worked example for all documents that show it."""

from pathlib import Path

import pytest

from ingest.order import Order
from tests.building import build_and_keep
from tests.docs.worked_example import write_example
from tests.sharing import made_once


@pytest.fixture(scope="session")
def worked_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``warehouse``, built under the policy that ships, and ``kept``, what its models hold."""

    def make(home: Path) -> None:
        extracts = write_example(home / "extracts")
        build_and_keep(Order(extracts, warehouse=home / "warehouse", key=home / "hashing.key"), home / "kept")

    return made_once(tmp_path_factory, "worked-example", make)
