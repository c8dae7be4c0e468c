"""Small deliveries that go wrong elsewhere, where they lie beside the checkout."""

from pathlib import Path

import pytest

CASES = Path(__file__).resolve().parents[3] / "shared" / "cases"


def case_folder(name: str) -> Path:
    """The folder of one of them; the test is skipped where none lie beside the checkout."""
    if not (CASES / name).is_dir():
        pytest.skip("no small deliveries beside this checkout")
    return CASES / name


def mapping_of(folder: Path) -> str | None:
    """The text of the mapping that lies in a folder, None where there is none."""
    found = [path for path in folder.glob("mapping.toml*") if path.is_file()]
    return found[0].read_text(encoding="utf-8") if found else None
