"""Answers are remembered in one place, which knows the file and the scope that they belong to."""

from pathlib import Path

import dashboards

HOME = Path(dashboards.__file__).parent


def test_only_one_room_remembers_answers() -> None:
    remembering = {
        file.relative_to(HOME).as_posix()
        for file in HOME.rglob("*.py")
        if "cachetools" in file.read_text(encoding="utf-8")
    }
    assert remembering == {"database.py"}
