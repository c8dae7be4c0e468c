"""What is folded away is neither made nor sent until somebody opens it, and then stays open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboards import database, downloads
from dashboards.screen import folds, tables
from tests.dashboards.conftest import Visitor

Opens = Callable[..., Visitor]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, every_fold_is_open: None) -> dict[str, list[str]]:
    """The names of the panels that have a fold, and of those whose table is drawn; closed as for a reader."""
    monkeypatch.undo()
    names: dict[str, list[str]] = {"folded": [], "drawn": []}
    fold, draw = folds.table, tables.draw
    monkeypatch.setattr(
        folds, "table", lambda panel, *given: names["folded"].append(panel.name) or fold(panel, *given)
    )
    monkeypatch.setattr(
        tables, "draw", lambda panel, *given: names["drawn"].append(panel.name) or draw(panel, *given)
    )
    return names


def unfolded(someone: Visitor, names: list[str], menus: tuple[str, ...] = ()) -> Visitor:
    for key in (*(f"table_{name}" for name in names), *(f"downloads_{name}" for name in menus)):
        someone.app.session_state[key] = True
    someone.app.run()
    assert not someone.app.exception
    return someone


def test_a_closed_table_is_not_made_and_an_open_one_stays_open_when_a_filter_changes(
    seen: dict[str, list[str]], warehouse_large: Path, reader: Opens
) -> None:
    someone = reader(warehouse_large).opens("offices")
    first, *others = seen["folded"]
    assert others and not {first, *others} & set(seen["drawn"])
    closed = len(someone.tables())
    seen["drawn"].clear()
    unfolded(someone, [first])
    assert first in seen["drawn"] and not set(others) & set(seen["drawn"])
    assert len(someone.tables()) == closed + 1
    seen["drawn"].clear()
    someone.app.query_params["scheme"] = "case_count"
    someone.app.run()
    assert first in seen["drawn"] and not set(others) & set(seen["drawn"])


def test_closed_or_open_no_other_question_is_asked(
    seen: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch, warehouse_large: Path, reader: Opens
) -> None:
    someone = reader(warehouse_large).opens("backlog")
    asked: list[str] = []
    rows = database._rows
    monkeypatch.setattr(database, "_rows", lambda file, sql, more: asked.append(sql) or rows(file, sql, more))
    unfolded(someone, seen["folded"])
    assert len(someone.tables()) > 1 and asked == []


def test_a_table_that_is_opened_speaks_the_language_of_the_page(
    seen: dict[str, list[str]], warehouse_large: Path, reader: Opens
) -> None:
    someone = reader(warehouse_large, "nl").opens("offices")
    unfolded(someone, seen["folded"])
    assert {"Kantoor", "Maand"} <= {heading for table in someone.tables() for heading in table.columns}


def test_a_closed_menu_offers_no_file_and_an_open_one_every_form(
    seen: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch, warehouse_large: Path, reader: Opens
) -> None:
    made: list[str] = []
    making = downloads.Making.of
    monkeypatch.setattr(
        downloads.Making,
        "of",
        staticmethod(lambda panel, view, said: made.append(panel.name) or making(panel, view, said)),
    )
    someone = reader(warehouse_large).opens("offices")
    assert someone.tables() and not made and not someone.app.get("download_button")
    name = seen["drawn"][0]
    unfolded(someone, [], menus=(name,))
    assert made == [name]
    offered = [button.proto.label for button in someone.app.get("download_button")]
    assert offered == ["CSV", "XLSX", "Parquet"]
