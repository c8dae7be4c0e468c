"""What all tests share: one real build of a small sample, and where real extracts and a browser are."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from ingest.order import Order
from ingest.sample import write_sample
from tests.beside import given, missing
from tests.building import build_and_keep
from tests.persons_published import every_build_searched
from tests.sharing import made_once

SAMPLE_CASES = 600
# Files whose tests take longest, in seconds of processor; each file is one worker's, so these begin first.
# The first two share nothing, so that neither waits for what the other builds.
DEAREST = (
    "test_marts_against_reference.py",  # 48
    "test_warehouse.py",  # 41, of which 17 make the sample
    "test_models.py",  # 35
    "test_pages_regions.py",  # 35 and the 21 that make the service with regions
    "test_published_borders.py",  # 27
    "test_in_browser.py",  # 26
    "test_real_inputs.py",  # 30
    "test_changes_of_weights.py",  # 28
    "test_bad_deliveries_end_to_end.py",  # 24
    "test_worked_numbers.py",  # 23
    "test_published_tool.py",  # 20
    "test_questions_asked.py",  # 16
    "test_ledger.py",  # 16
    "test_area_borders.py",  # 16
    "test_impact_against_marts.py",  # 15
    "test_areas.py",  # 15
    "test_other_ways.py",  # 14
    "test_how_the_models_work.py",  # 14
    "test_pages_pressure.py",  # 14
    "test_small_groups_regions.py",  # 11
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The dearest files first, all others in their order."""
    turns = {name: turn for turn, name in enumerate(DEAREST)}
    items.sort(key=lambda item: turns.get(item.path.name, len(turns)))


@pytest.fixture(scope="session", autouse=True)
def components_are_looked_for_once() -> Iterator[None]:
    """Each app under test would read the metadata of every installed package, to find components in none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests)
        )
        yield


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
def sample_build(sample_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``warehouse``, built from the small sample, and ``kept``, what its models hold."""

    def make(home: Path) -> None:
        order = Order(sample_delivery, warehouse=home / "warehouse", key=home / "hashing.key")
        build_and_keep(order, home / "kept")

    return made_once(tmp_path_factory, "published", make)


@pytest.fixture(scope="session")
def sample_warehouse(sample_build: Path) -> Path:
    """Folder of a warehouse built and published from the small sample."""
    return sample_build / "warehouse"


@pytest.fixture(scope="session")
def real_extracts() -> Path:
    """Folder of real extracts beside the checkout."""
    return given("real")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of an installed Chromium."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next(filter(None, map(shutil.which, names)), None)
    return found or missing("no Chromium on this machine; install it to test the pages in a browser")
