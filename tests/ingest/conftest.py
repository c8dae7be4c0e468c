"""Fixtures of the ingest tests: a small valid delivery, a small policy, and a load of both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.intake.load import load_raw
from ingest.order import Build, Order
from ingest.progress import Progress
from tests.ingest.small_delivery import BUILT_AT, SEEDS, SMALL, Raw, write_files


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Folder of the small valid delivery."""
    return write_files(tmp_path / "small", SMALL)


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """Folder of a small policy."""
    return write_files(tmp_path / "seeds", SEEDS)


@pytest.fixture
def loaded(tmp_path: Path, seeds: Path) -> Callable[..., Raw]:
    """Load a folder of extracts and hand over its raw schema; a mapping is given as TOML text."""

    def run(extracts: Path, mapping: str | None = None, folder: str = "build", silent: bool = True) -> Raw:
        mapping_file = None
        if mapping is not None:
            mapping_file = tmp_path / "layout.toml"
            mapping_file.write_text(mapping, encoding="utf-8")
        this = Build("build-1", BUILT_AT, tmp_path / folder)
        this.folder.mkdir(exist_ok=True)
        this.work_file.unlink(missing_ok=True)
        order = Order(extracts, mapping_file, seeds, key=tmp_path / "keys" / "hashing.key")
        load_raw(order, this, Progress(is_silent=silent))
        return Raw(this.work_file)

    return run
