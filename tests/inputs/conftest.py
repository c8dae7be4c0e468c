"""Fixtures of the input tests: a published warehouse to attack, and one built of every quarantined kind."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.build import build
from ingest.order import Order
from ingest.progress import Progress
from tests.ingest.bad_deliveries import BAD_DELIVERIES
from tests.ingest.mapping_cases import case_folder
from tests.ingest.small_delivery import SMALL, write_files
from tests.inputs.odd_deliveries import ODD_DELIVERIES
from tests.inputs.published import asking
from tests.sharing import made_once

_SOUND = "deliveries-out-of-order-nozero"
# Every id of the small delivery; each kind gets ids of its own, because ids are unique over sources.
IDS = re.compile(r"\b(ANT|GEN|OST|[COTP]\d)\b")


@pytest.fixture(scope="module")
def published(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published warehouse of this module's own."""
    return shutil.copytree(
        sample_warehouse, tmp_path_factory.mktemp("published") / "warehouse", symlinks=True
    )


def sound(folder: Path) -> Path:
    """The sound form of the small deliveries beside the checkout, under the source they have."""
    shutil.copytree(case_folder(_SOUND) / "2025-10", folder)
    (folder / "delivery.toml").write_text('as_of = 2026-06-30\nsource_system = "cases"\n', encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def first_version(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a warehouse in which the sound form is published, and its key."""

    def make(home: Path) -> None:
        options = ["--extracts", str(sound(home / "extracts")), "--warehouse", str(home / "warehouse")]
        assert main(["build", *options, "--key", str(home / "key")]) == 0

    case_folder(_SOUND)
    return made_once(tmp_path_factory, "first-version", make)


@pytest.fixture
def home(first_version: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may build in."""
    return shutil.copytree(first_version, tmp_path / "home", symlinks=True)


@pytest.fixture(scope="session")
def quarantined(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[tuple]]:
    """Questions to the warehouse of one build of all kinds that are loaded, one delivery per kind."""
    return asking(made_once(tmp_path_factory, "quarantined", _build_every_kind) / "warehouse")


def _build_every_kind(home: Path) -> None:
    extracts = home / "leveringen juni (één map)"
    for number, bad in enumerate(bad for bad in BAD_DELIVERIES if bad.status == 0):
        bad.spoil(write_files(extracts / bad.kind, SMALL))
        _make_own(extracts / bad.kind, f"K{number}")
    for number, odd in enumerate(ODD_DELIVERIES):
        _make_own(write_files(extracts / odd.kind, SMALL), f"L{number}")
        odd.turn(extracts / odd.kind)
    build(Order(extracts, warehouse=home / "warehouse", key=home / "key"), Progress(is_silent=True))


def _make_own(folder: Path, prefix: str) -> None:
    """Give a delivery a source system and ids of its own."""
    settings = f'as_of = 2026-06-30\nsource_system = "{prefix}"\nis_synthetic = true\n'
    write_files(folder, {"delivery.toml": settings})
    # A workbook keeps the ids it was written with, and so must all that goes with it.
    if not list(folder.glob("*.xlsx")):
        for file in folder.glob("*.csv"):
            file.write_text(IDS.sub(rf"{prefix}\1", file.read_text(encoding="utf-8")), encoding="utf-8")
