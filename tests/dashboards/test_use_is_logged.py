"""Where a store is kept each page shown, file taken and report made is one line; else nothing is written."""

import ast
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from dashboards import downloads, made_panels, use
from dashboards.app_pages import about, backlog
from dashboards.panels.about.use_of_pages import use_of_pages
from dashboards.panels.terms import terms_of
from dashboards.screen import logged
from dashboards.text import speaking
from reports import __main__ as reports
from store import access_log
from store.chain import append, verified
from store.errors import LogUnavailableError
from store.lines import Line, Who
from store.opening import opened, reading, writing
from store.settings import set_keep_months
from tests.dashboards.viewing import published_reader, view_of

WHO = Who("somebody", "officer")


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of a store that the pages write to."""
    monkeypatch.setenv("MAATWERK_STORE", str(tmp_path / "kept"))
    yield tmp_path / "kept"
    use.log().close()
    access_log._log_at.cache_clear()
    use._runs.cache_clear()


@pytest.fixture
def lines(kept: Path) -> Callable[[], list[dict]]:
    """The lines that are in the log once what waits is written; the chain is intact."""

    def read() -> list[dict]:
        mark = use.log().write(Line(Who("test", "test"), "store test"))
        with reading(opened(kept)) as connection:
            assert verified(connection).problems == []
            found = [dict(row) for row in access_log.lines(connection) if row["number"] < mark]
        return [
            row | {"filters": json.loads(row["filters"])}
            for row in found
            if not row["page"].startswith("store")
        ]

    return read


def test_without_a_store_nothing_is_opened_and_nothing_said(sample_shown, monkeypatch):
    monkeypatch.delenv("MAATWERK_STORE", raising=False)
    assert use.log() is None and use.told() is None
    view = view_of(about.PAGE, published_reader())
    assert use_of_pages(view) is None
    made = lambda: b"file"  # noqa: E731
    assert logged.taken("csv", "loads", view, made) is made


def test_a_page_shown_is_one_line_and_so_is_each_change_of_a_filter(sample_warehouse, reader, lines):
    shown = reader(sample_warehouse)
    shown.opens("backlog")
    (first,) = lines()
    assert (first["identity"], first["role"], first["page"], first["export"]) == (
        "demo",
        "demo",
        "backlog",
        "",
    )
    assert first["filters"]["service_line"] == "offender_supervision" and "office" not in first["filters"]
    assert first["row_count"] > 0
    assert abs(datetime.now(UTC) - datetime.fromisoformat(first["at"])) < timedelta(minutes=5)
    next(one for one in shown.app.selectbox if one.key == "office").select("GEN").run()
    first, second = lines()
    assert second["filters"]["office"] == "GEN"


def test_rows_are_those_of_the_tables_shown(sample_warehouse, reader, lines):
    opened_page = reader(sample_warehouse).opens("about")
    (line,) = lines()
    with speaking("en"):
        view = view_of(about.PAGE, published_reader())
        tables = [
            panel.table
            for part in about.PAGE.parts
            for panel in made_panels.of(part, view, use.told()).panels
            if panel.table
        ]
    assert line["row_count"] == sum(table.rows.height for table in tables) > 100
    assert opened_page.tables()


def test_an_officer_is_an_opaque_mark_that_the_store_can_find_again(sample_warehouse, reader, lines, kept):
    shown = reader(sample_warehouse)
    shown.app.query_params["office"] = "GEN"
    shown.opens("outlook")
    chooser = next(one for one in shown.app.selectbox if (one.key or "").startswith("officer of"))
    officer = next(row for row in officers_of("GEN") if row)
    chooser.select(officer).run()
    text = json.dumps(lines())
    assert officer not in text
    assert lines()[-1]["filters"]["officer"] == use.log().opaque(officer)
    from store.__main__ import main

    assert main(["export", "--store", str(kept), "--person", officer]) == 0


def officers_of(office: str) -> list[str]:
    from tests.dashboards.viewing import of_marts

    sql = "select distinct officer_id from fct_officer_outlook_weeks where office_id = $office order by 1"
    return of_marts(published_reader(), sql, office=office)["officer_id"].to_list()


def test_a_run_that_is_cut_short_is_a_line_too(sample_shown, lines):
    class CutShort(BaseException):
        pass

    view = view_of(backlog.PAGE, published_reader())
    with pytest.raises(CutShort), logged.page_run(backlog.PAGE, view):
        raise CutShort
    assert [(line["page"], line["row_count"]) for line in lines()] == [("backlog", 0)]


def test_a_file_is_handed_over_once_its_line_is_safe(sample_shown, lines, monkeypatch):
    view = view_of(backlog.PAGE, published_reader())
    make = logged.taken("csv", "waiting", view, lambda: b"file", lambda: 12)
    assert lines() == []
    assert make() == b"file"
    (line,) = lines()
    assert (line["export"], line["row_count"], line["filters"]["file"]) == ("csv", 12, "waiting")

    def refuse(*_: object) -> None:
        raise LogUnavailableError("no")

    monkeypatch.setattr(use.log(), "write", refuse)
    with pytest.raises(LogUnavailableError):
        make()


def test_nothing_is_drawn_while_the_log_takes_no_line(sample_warehouse, reader, kept, monkeypatch):
    def refuse() -> None:
        raise LogUnavailableError("no")

    monkeypatch.setattr(use.log(), "refuse_if_full", refuse)
    shown = reader(sample_warehouse)
    shown.app.switch_page("app_pages/backlog.py").run()
    assert "mw-failed" in shown.html() and not shown.tables()


def test_each_file_of_a_table_is_made_through_the_log(
    sample_warehouse, reader, lines, monkeypatch, every_fold_is_open
):
    taken = []
    monkeypatch.setattr(logged, "taken", lambda kind, what, *_: taken.append((kind, what)) or (lambda: b""))
    reader(sample_warehouse).opens("about")
    assert [kind for kind, what in taken if what == "loads"] == ["csv", "xlsx", "parquet"]


@pytest.mark.parametrize(("page", "kinds"), [("funding", {"html", "xlsx"}), ("scenarios", {"toml"})])
def test_what_a_page_offers_as_a_whole_is_made_through_the_log(
    page, kinds, sample_warehouse, reader, lines, monkeypatch
):
    taken = set()
    monkeypatch.setattr(logged, "taken", lambda kind, *_: taken.add(kind) or (lambda: b""))
    reader(sample_warehouse).opens(page)
    assert kinds <= taken


def test_no_page_offers_a_file_past_the_log():
    """Every button that gives a file gets it from `logged.taken`."""
    home = Path(use.__file__).parent
    buttons = [
        call
        for file in home.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("download_button")
    ]
    assert len(buttons) >= 3
    assert [ast.unparse(call) for call in buttons if "logged.taken(" not in ast.unparse(call.args[1])] == []


def test_a_report_is_a_line_without_places_and_only_with_filters_that_there_are(
    sample_warehouse, lines, tmp_path, capsys
):
    options = ["page", "about", "--warehouse", str(sample_warehouse), "--into", str(tmp_path / "out")]
    reports.main([*options, "--address", "http://h/about?office=GEN&name=jan-janssens"])
    (line,) = lines()
    assert line["page"] == "report page" and line["export"] == "files"
    assert line["filters"] == {"page": "about", "office": "GEN"}
    assert line["identity"].startswith("account ")


def test_a_report_without_its_line_is_refused(sample_warehouse, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("MAATWERK_STORE", str(sample_warehouse / "kept"))
    monkeypatch.setenv("MAATWERK_WAREHOUSE", str(sample_warehouse))
    options = ["page", "about", "--warehouse", str(sample_warehouse), "--into", str(tmp_path / "out")]
    assert reports.main(options) == 2
    assert "name another folder" in capsys.readouterr().err and not (tmp_path / "out").exists()


def used(kept: Path, *runs: tuple[int, str, int]) -> None:
    """Runs of pages: how many days ago, which page, how many."""
    now = datetime.now(UTC)
    with writing(opened(kept)) as connection:
        for days, page, count in runs:
            append(connection, [Line(WHO, page, at=now - timedelta(days=days))] * count)


def rows_of(panel) -> list[tuple[date, str, int | None]]:
    return list(panel.table.rows.select(*panel.table.columns).iter_rows())


def test_use_is_counted_by_day_and_page_up_to_yesterday_and_small_numbers_are_hidden(sample_shown, kept):
    used(kept, (0, "offices", 50), (1, "offices", 9), (1, "backlog", 2), (2, "offices", 7), (2, "about", 30))
    used(kept, (use.DAYS, "offices", 6), (use.DAYS + 1, "offices", 8))
    today = datetime.now(UTC).date()
    day = [today - timedelta(days=one) for one in range(use.DAYS + 1)]
    with speaking("en"):
        panel = use_of_pages(view_of(about.PAGE, published_reader()))
    assert rows_of(panel) == [
        (day[1], "Backlog", None),
        (day[1], "Offices", 9),
        (day[2], "About the data", 30),
        (day[2], "Offices", 7),
        (day[use.DAYS], "Offices", None),  # the next smallest, which a sum would have given back
    ]


def test_nobody_is_named_and_the_months_are_those_of_the_store(sample_shown, kept):
    used(kept, (1, "offices", 9))
    with writing(opened(kept)) as connection:
        set_keep_months(connection, 7)
    for language, said in (("en", "kept for 7 months"), ("nl", "blijft 7 maanden bewaard")):
        with speaking(language):
            panel = use_of_pages(view_of(about.PAGE, published_reader(language)))
            assert said in panel.notes[0]
            terms = terms_of(panel, view_of(about.PAGE, published_reader(language)))
        assert [bool(term.said) for term in terms] == [True] * 3
        assert {term.spoken for term in terms} == {language}
        assert "somebody" not in str(panel)


def test_counts_of_use_are_not_said_to_be_synthetic_or_of_a_version(
    sample_warehouse, sample_shown, reader, kept
):
    used(kept, (1, "offices", 9), (1, "backlog", 8))
    captions = [table.caption for table in reader(sample_warehouse).opens("about").tables()]
    (of_use,) = (one for one in captions if one.startswith("How often each page"))
    assert "synthetic" not in of_use and "build" not in of_use
    assert sum("synthetic" in one and "build" in one for one in captions) == len(captions) - 1
    with speaking("en"):
        view = view_of(about.PAGE, published_reader())
        making = downloads.Making.of(use_of_pages(view), view, of_use)
        made = {ending: make() for ending, make in making.files().values()}
    assert making.stem == "use"
    assert made["csv"].decode().splitlines()[0] == "used_on,page,page_runs"
    metadata = pl.read_parquet_metadata(io.BytesIO(made["parquet"]))
    assert metadata["Table"] == of_use and "Version and build" not in metadata


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_says_that_use_is_logged_also_before_a_day_is_over(sample_warehouse, reader, kept, language):
    words = reader(sample_warehouse, language).opens("about").words()
    assert ("kept for 24 months" if language == "en" else "blijft 24 maanden bewaard") in words
    assert ("No page was shown yet" if language == "en" else "nog geen pagina getoond") in words


def test_what_the_page_says_of_use_holds_for_a_day(sample_shown, kept):
    used(kept, (1, "offices", 9))
    before = about.PAGE.beside(view_of(about.PAGE, published_reader()))
    used(kept, (0, "offices", 9))
    assert about.PAGE.beside(view_of(about.PAGE, published_reader())) == before
    assert isinstance(use.runs_shown(before.runs), pl.DataFrame)
