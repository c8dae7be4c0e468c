"""A panel is made once and replayed: for the same view and nobody else, and as it was."""

import ast
from collections.abc import Callable
from dataclasses import fields, replace
from importlib import import_module
from pathlib import Path

import pytest

import dashboards
from dashboards import made_panels
from dashboards.access.scope import Scope
from dashboards.app_pages import PAGES
from dashboards.choice import Choice
from dashboards.page import Written
from dashboards.panel import Panel
from dashboards.reader import Reader
from dashboards.screen import explained, pieces, tables
from dashboards.status import Status
from dashboards.view import View
from tests.dashboards import charts_shown
from tests.dashboards.viewing import published_reader, view_of
from warehouse.places import SCENARIOS_VARIABLE

HOME = Path(dashboards.__file__).parent


def page_called(name: str):
    return import_module(f"dashboards.app_pages.{name}").PAGE


def part(view: View) -> Panel:
    return Panel(f"of_{view.reader.language}")


@pytest.fixture
def view(asking: Reader) -> View:
    return view_of(page_called("offices"), asking)


def test_whoever_has_the_same_view_gets_the_same_panels(view: View, asking: Reader) -> None:
    first = made_panels.of(part, view)
    second = made_panels.of(part, view_of(page_called("offices"), replace(asking)))
    assert second is first
    assert (made_panels.counted().asked, made_panels.counted().found) == (2, 1)


@pytest.mark.parametrize(
    "other",
    [
        lambda reader: replace(reader, language="nl"),
        lambda reader: replace(reader, scope=Scope("one office")),
        lambda reader: replace(reader, brought=(("mine.toml", "title = 'mine'"),)),
    ],
    ids=["language", "scope", "brought"],
)
def test_a_reader_who_differs_gets_panels_of_their_own(view: View, other: Callable[[Reader], Reader]) -> None:
    first = made_panels.of(part, view)
    theirs = made_panels.of(part, replace(view, reader=other(view.reader)))
    assert theirs is not first and theirs.number != first.number
    assert made_panels.of(part, view) is first


@pytest.mark.parametrize("field", [field.name for field in fields(Reader)])
def test_everything_of_a_reader_counts(view: View, field: str) -> None:
    assert replace(view, reader=replace(view.reader, **{field: "other"})).key != view.key


@pytest.mark.parametrize("field", [field.name for field in fields(Status)])
def test_everything_of_a_file_counts(view: View, field: str) -> None:
    assert replace(view, status=replace(view.status, **{field: "other"})).key != view.key


@pytest.mark.parametrize("field", [field.name for field in fields(Choice)])
def test_everything_chosen_counts_but_its_words(view: View, field: str) -> None:
    changed = replace(view, choice=replace(view.choice, **{field: {"office": "other"}}))
    assert (changed.key != view.key) == (field != "labels")


def test_the_words_of_a_choice_follow_from_the_rest_of_it(view: View) -> None:
    # By name, from the reader and the ids: nothing else is in reach of what makes them.
    assert set(vars(view.choice.labels)) == {"_context"}
    context = view.choice.labels._context
    assert {field.name for field in fields(context)} == {"reader", "status", "values"}


def test_what_fails_is_made_anew_for_each_who_asks(view: View) -> None:
    asked = []

    def failing(_: View) -> Panel:
        asked.append(1)
        raise LookupError("no such thing")

    for _ in range(2):
        with pytest.raises(LookupError):
            made_panels.of(failing, view)
    assert len(asked) == 2


def test_a_scenario_that_changed_on_disk_is_run_anew(
    sample_shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, file = page_called("scenarios"), tmp_path / "one.toml"
    monkeypatch.setenv(SCENARIOS_VARIABLE, str(tmp_path))
    reader = published_reader()
    seen = []
    for text in ("title = 1", "title = 22"):
        file.write_text(text, encoding="utf-8")
        view = view_of(page, reader)
        seen.append(page.beside(view))
        assert page.beside(view) == seen[-1]
    assert seen[0] != seen[1]


def imports_and_calls(file: Path) -> set[str]:
    """Modules that a file imports, and what it calls."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call):
            found.add(
                f".{node.func.attr}" if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            )
    return found


def test_a_panel_is_made_without_clock_chance_file_or_environment() -> None:
    beside_the_view = {"os", "pathlib", "time", "random", "secrets", "open", "date.today", "datetime.now"}
    files = [
        *(HOME / "panels").rglob("*.py"),
        *(HOME / "charts").rglob("*.py"),
        *(HOME / "svg").rglob("*.py"),
    ]
    assert len(files) > 100
    assert [file.name for file in files if imports_and_calls(file) & beside_the_view] == []


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the panels that were drawn and not replayed."""
    names: list[str] = []
    write = pieces.above_table
    monkeypatch.setattr(
        pieces, "above_table", lambda panel, view: names.append(panel.name) or write(panel, view)
    )
    return names


def sent(app) -> list[str]:
    """What stands on a page, apart from widgets: pieces of HTML, drawings in them as they travel."""
    return [found.proto.body for found in app.get("html")]


REMEMBERED = [one for one in PAGES if import_module(f"dashboards.app_pages.{one}").PAGE.is_remembered]


@pytest.mark.parametrize("page", REMEMBERED)
def test_a_second_reader_sees_the_same_and_nothing_is_made_for_them(
    reader, sample_warehouse, drawings: list[str], page: str
) -> None:
    parts = import_module(f"dashboards.app_pages.{page}").PAGE.parts
    # what people write is read from the store for each reader anew, also that there is none
    fresh = {part.name for part in parts if isinstance(part, Written)} if isinstance(parts, tuple) else set()
    first = reader(sample_warehouse).opens(page)
    made, asked = [name for name in drawings if name not in fresh], made_panels.counted().asked
    assert made and made_panels.counted().found == 0
    second = reader(sample_warehouse).opens(page)
    assert [name for name in drawings if name not in fresh] == made
    assert made_panels.counted().found == asked, "every part was there"
    assert sent(second.app) == sent(first.app)


def test_a_page_that_changes_while_people_look_is_made_for_each(reader, sample_warehouse, drawings) -> None:
    assert set(PAGES) - set(REMEMBERED) == {"looked"}
    for _ in range(2):
        reader(sample_warehouse).opens("looked")
    assert drawings == ["looked_none"] * 2


def test_panels_too_large_to_be_remembered_are_shown_all_the_same(
    reader, sample_warehouse, monkeypatch
) -> None:
    monkeypatch.setattr(made_panels._memory, "most_bytes", 0)
    someone = reader(sample_warehouse).opens("backlog")
    assert charts_shown.drawings(someone.app)
    assert made_panels.counted().bytes == 0


def test_one_who_reads_dutch_is_never_shown_english_words(reader, sample_warehouse) -> None:
    english = reader(sample_warehouse).opens("offices")
    dutch = reader(sample_warehouse, "nl").opens("offices")
    assert "Kantoor" not in english.words() and "kantoor" in dutch.words()
    assert sent(english.app) != sent(dutch.app)


def test_a_table_and_how_it_is_computed_are_written_once_for_all_who_see_the_same(
    reader, sample_warehouse, monkeypatch
) -> None:
    written: list[str] = []

    def noting(name: str, write: Callable[..., str]) -> Callable[..., str]:
        return lambda *given, **more: written.append(name) or write(*given, **more)

    monkeypatch.setattr(tables, "html_table", noting("table", tables.html_table))
    monkeypatch.setattr(explained, "explained_html", noting("computed", explained.explained_html))
    first = reader(sample_warehouse).opens("offices")
    assert written.count("table") >= 1 and written.count("computed") == 1
    written.clear()
    assert sent(reader(sample_warehouse).opens("offices").app) == sent(first.app)
    assert written == []
    elsewhere = reader(sample_warehouse)
    elsewhere.app.query_params["lang"] = "nl"
    assert sent(elsewhere.opens("offices").app) != sent(first.app)
    assert set(written) == {"table", "computed"}


def test_a_table_whose_names_keep_another_address_is_another(reader, sample_warehouse) -> None:
    first = reader(sample_warehouse).opens("offices")
    led = reader(sample_warehouse)
    led.app.query_params["unknown"] = "kept"
    assert "unknown=kept" in "".join(sent(led.opens("offices").app))
    assert "unknown=kept" not in "".join(sent(first.app))
