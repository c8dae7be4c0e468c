"""What all tests share: one real build of a small sample, and where real extracts and a browser are."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboards import database
from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from ingest.sample import write_sample
from tests.persons_published import every_build_searched
from tests.sharing import made_once

REAL = Path(__file__).resolve().parent.parent.parent / "shared" / "real"
SAMPLE_CASES = 600
# Files whose tests build most; each file is one worker's, so those that take longest begin first.
DEAREST = (
    "test_marts_against_reference.py",
    "test_warehouse.py",
    "test_impact_against_marts.py",
    "test_real_inputs.py",
    "test_published_borders.py",
    "test_areas.py",
    "test_in_browser.py",
    "test_area_borders.py",
    "test_models.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The dearest files first, all others in their order."""
    turns = {name: turn for turn, name in enumerate(DEAREST)}
    items.sort(key=lambda item: turns.get(item.path.name, len(turns)))


@pytest.fixture(autouse=True)
def no_published_file_stays_open() -> Iterator[None]:
    """Pages keep the file they read open, in their own way; a test that opens it otherwise comes after."""
    yield
    database._opened.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def no_build_publishes_the_id_of_a_person() -> Iterator[None]:
    """Every build of every test is searched before it is published."""
    with every_build_searched():
        yield


@pytest.fixture(scope="session")
def sample_delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic delivery of some hundred cases."""
    return made_once(tmp_path_factory, "sample", lambda home: write_sample(home, cases=SAMPLE_CASES))


@pytest.fixture(scope="session")
def sample_warehouse(sample_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a warehouse built and published from the small sample."""

    def make(home: Path) -> None:
        order = Order(sample_delivery, warehouse=home / "warehouse", key=home / "hashing.key")
        build(order, Progress(is_silent=True))

    return made_once(tmp_path_factory, "published", make) / "warehouse"


@pytest.fixture(scope="session")
def real_extracts() -> Path:
    """Folder of real extracts beside the checkout; tests that need it are skipped where it is not."""
    if not REAL.is_dir():
        pytest.skip("no real extracts beside this checkout")
    return REAL


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of an installed Chromium; a machine of the gate must have one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and os.environ.get("CI") == "true":
        pytest.fail("no Chromium on this machine; the gate may not skip what needs a browser")
    if found is None:
        pytest.skip("no Chromium on this machine; install it to test the pages in a browser")
    return found
