"""The marts whose definitions go with a table are published, and say what they hold."""

import re
from pathlib import Path

import pytest

from dashboards import panels, queries
from tests.dashboards.viewing import published_reader

FOLDER = Path(panels.__file__).parent
NAMED = {
    mart
    for file in FOLDER.rglob("*.py")
    for listed in re.findall(r"marts=\(([^)]*)\)", file.read_text(encoding="utf-8"))
    for mart in re.findall(r'"(\w+)"', listed)
}


@pytest.mark.usefixtures("sample_shown")
def test_every_mart_named_beside_a_table_has_definitions() -> None:
    assert len(NAMED) > 15
    described = {
        row["mart"] for row in queries.described(published_reader(), *NAMED) if row["column_name"] == ""
    }
    assert NAMED - described == set()
