"""Answers are remembered in one place, panels in another; both know the file and scope they belong to."""

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


def test_only_one_room_remembers_panels() -> None:
    remembering = {
        file.relative_to(HOME).as_posix()
        for file in HOME.rglob("*.py")
        if "dashboards.memory" in file.read_text(encoding="utf-8")
    }
    assert remembering == {"made_panels.py"}


def test_streamlit_keeps_nothing_of_its_own_accord_but_that_imports_are_frozen() -> None:
    keeping = {
        file.relative_to(HOME).as_posix()
        for file in HOME.rglob("*.py")
        if "st.cache_" in file.read_text(encoding="utf-8")
    }
    assert keeping == {"app.py"}
