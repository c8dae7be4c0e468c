"""One version per page: whatever is published meanwhile, a page reads one version from top to bottom."""

import itertools
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest

from dashboards import WAREHOUSE_VARIABLE, database, made_panels
from dashboards.app_pages import PAGES
from dashboards.downloads import Making
from dashboards.page import Page, steps
from dashboards.reader import Reader
from dashboards.screen import source, status_line
from dashboards.text import speaking
from tests.dashboards.test_panels import answered, written
from tests.dashboards.versions import PartialRuns, publish, shown, versions_in, write_versions
from tests.dashboards.viewing import published_reader, view_of

READERS, PUBLICATIONS = 50, 10


@pytest.fixture(scope="module")
def published(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A warehouse folder with eleven versions, each with its number in what it shows."""
    folder = tmp_path_factory.mktemp("versions") / "warehouse"
    return write_versions(sample_warehouse, folder, PUBLICATIONS + 1)


@pytest.fixture
def first(published: list[Path], monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The versions, the first of them published."""
    publish(published[0])
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(published[0].parent))
    database.forget()
    return published


def load(page: Page, language: str) -> set[int]:
    """The versions that a page's status line, panels and downloads came from."""
    reader = published_reader(language)
    with speaking(language):
        view = view_of(page, reader)
        texts = [status_line.status_html(view, view.status.built_at)]
        made = (made_panels.of(part, seen, page.beside(view)) for part, seen in steps(page, view, answered))
        for panel in itertools.chain.from_iterable(one.panels for one in made):
            texts += written(panel)
            if panel.table:
                making = Making.of(panel, view, source.version_note(view))
                sheet = making.sheet()
                texts += [making.stem, str(sheet.about), sheet.frame.write_csv()]
    return versions_in(*texts)


def test_fifty_readers_and_ten_publications_mix_nothing(first: list[Path]) -> None:
    pages = [import_module(f"dashboards.app_pages.{name}").PAGE for name in PAGES]
    every = itertools.product(pages, ("en", "nl"))
    # Two of them ask for the same at a time, so that what one makes is there for the other.
    asked = itertools.islice(
        (one for pair in zip(*itertools.tee(every), strict=True) for one in pair), READERS
    )
    loaded = threading.Semaphore(0)

    def reads(what: tuple[Page, str]) -> set[int]:
        try:
            return load(*what)
        finally:
            loaded.release()

    with ThreadPoolExecutor(8) as readers:
        loads = [readers.submit(reads, one) for one in asked]
        for file in first[1:]:
            for _ in range(READERS // (PUBLICATIONS + 2)):
                loaded.acquire()
            publish(file)
        seen = [one.result() for one in loads]
    assert [versions for versions in seen if len(versions) != 1] == [], "mixed"
    assert len(set.union(*seen)) > 5, "they read while versions were published"
    assert made_panels.counted().found > READERS, "they were shown what others had made"


@pytest.fixture
def restless(first: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Between any two looks at what is published something else was published."""
    files = itertools.cycle(first)
    monkeypatch.setattr(database, "published_file", lambda: next(files))
    return files


@pytest.mark.parametrize("page", PAGES)
def test_a_run_reads_one_version_though_every_look_finds_another(
    restless, reader, first, monkeypatch, page: str
) -> None:
    someone = reader(first[0].parent).opens(page)
    found = shown(someone.app)
    assert len(set.union(*found.values())) == 1, found
    assert found["status"], "each page says which version it is of"
    with PartialRuns(monkeypatch, someone.app):
        someone.app.run()
    assert not someone.app.exception
    assert shown(someone.app) == found, "a part that runs again keeps the version of its page"


@pytest.fixture
def open_tab(reader, first):
    """A tab on Offices, opened on the first of the versions."""
    someone = reader(first[0].parent).opens("offices")
    assert set.union(*shown(someone.app).values()) == {1}
    assert "Another version" not in someone.words()
    return someone


def test_an_open_tab_keeps_its_version_and_says_that_another_is_there(open_tab, first, monkeypatch) -> None:
    publish(first[1])
    with PartialRuns(monkeypatch, open_tab.app):
        open_tab.app.selectbox(key="scheme").set_value("count").run()
        assert "Number of cases" in open_tab.words()
        assert set.union(*shown(open_tab.app).values()) == {1}
        assert "Another version of the data has been published" in open_tab.words()
        open_tab.app.button(key="load_version").click().run()
    assert set.union(*shown(open_tab.app).values()) == {2}
    assert "Another version" not in open_tab.words()
    assert open_tab.app.selectbox(key="scheme").value == "count"


def test_a_whole_run_shows_what_is_published(open_tab, first) -> None:
    publish(first[1])
    open_tab.app.run()
    assert set.union(*shown(open_tab.app).values()) == {2}


def test_a_version_that_is_not_kept_any_more_gives_way_with_a_sentence(
    open_tab, first, monkeypatch, tmp_path
) -> None:
    publish(first[1])
    aside = first[0].rename(tmp_path / "pruned.duckdb")
    try:
        with PartialRuns(monkeypatch, open_tab.app):
            open_tab.app.selectbox(key="scheme").set_value("count").run()
    finally:
        aside.rename(first[0])
    assert not open_tab.app.exception
    assert "mw-failed" not in open_tab.html()
    assert set.union(*shown(open_tab.app).values()) == {2}
    assert "The version that this page showed is no longer kept" in open_tab.words()
    open_tab.app.run()
    assert "no longer kept" not in open_tab.words(), "it is said once"


def test_a_version_that_goes_while_a_page_is_made_gives_way_too(first, reader, monkeypatch) -> None:
    publish(first[2])
    gone, opened = str(first[2]), database._opened

    def pruned(file: str):
        if file == gone:
            publish(first[3])
            raise database.VersionGone(file)
        return opened(file)

    monkeypatch.setattr(database, "_opened", pruned)
    someone = reader(first[0].parent).opens("backlog")
    assert set.union(*shown(someone.app).values()) == {4}


def test_asking_a_file_that_is_gone_says_so(first, tmp_path) -> None:
    with pytest.raises(database.VersionGone):
        database.frame(Reader(str(tmp_path / "gone.duckdb")), "select 1 as one")
    assert not database.is_kept(Reader(str(tmp_path / "gone.duckdb")))
