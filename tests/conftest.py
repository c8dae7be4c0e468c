"""What all tests share: one real build of a small sample, and where real extracts and a browser are."""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from ingest.order import Order
from ingest.sample import write_sample
from tests import warm
from tests.beside import given, missing
from tests.building import build_and_keep
from tests.forecasts_drawn import keep_two
from tests.persons_published import every_build_searched
from tests.sharing import made_once

SAMPLE_CASES = 600
# Files whose tests take longest, in seconds of a worker; each file is one worker's, so these begin first.
# The first two share nothing, so that neither waits for what the other builds.
DEAREST = (
    "test_marts_against_reference.py",  # 264
    "test_warehouse.py",  # 169
    "test_true_of_every_service.py",  # 259
    "test_in_browser.py",  # 122
    "test_versions.py",  # 118
    "test_one_person.py",  # 117
    "test_sign_in_in_browser.py",  # 107
    "test_on_paper.py",  # 105
    "test_few_counts.py",  # 86
    "test_barriers.py",  # 82
    "test_models.py",  # 73
    "test_bad_deliveries_end_to_end.py",  # 71
    "test_real_inputs.py",  # 65
    "test_published_borders.py",  # 58
    "test_changes_of_weights.py",  # 57
    "test_definitions.py",  # 49
    "test_order_published.py",  # 49
    "test_ledger.py",  # 44
    "test_values_of_a_mapping.py",  # 41
    "test_known_until.py",  # 41
    "test_area_borders.py",  # 40
    "test_one_version.py",  # 38
    "test_worked_numbers.py",  # 33
    "test_titles.py",  # 32
    "test_how_the_models_work.py",  # 32
    "test_values_as_made.py",  # 32
    "test_impact_against_marts.py",  # 29
    "test_published_tool.py",  # 28
    "test_areas.py",  # 28
    "test_few_people.py",  # 26
    "test_pages_regions.py",  # 25
    "test_panels.py",  # 24
    "test_carried_above_whole.py",  # 24
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


@pytest.fixture(scope="session", autouse=True)
def builds_begin_warm() -> Iterator[None]:
    """Importing dbt takes a seventh of a small build, and all of one that is refused: once for a worker."""
    with warm.warm():
        yield


@pytest.fixture(scope="session")
def sample_delivery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A synthetic delivery of some hundred cases."""
    return made_once(tmp_path_factory, "sample", lambda home: write_sample(home, cases=SAMPLE_CASES))


@pytest.fixture(scope="session")
def sample_build(sample_delivery: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``warehouse``, built from the small sample, and ``kept``, what its models hold.

    Two forecasts are kept beside it, made up for tests: see ``forecasts_drawn``.
    """

    def make(home: Path) -> None:
        order = Order(sample_delivery, warehouse=home / "warehouse", key=home / "hashing.key")
        build_and_keep(order, home / "kept")
        keep_two(home / "warehouse")

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
