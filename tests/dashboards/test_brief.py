"""The brief is the page on paper: the same words and numbers, in both languages, of all and of one office."""

import io
import re
from datetime import datetime
from html import escape
from pathlib import Path

import fastexcel
import polars as pl
import pytest
from pypdf import PdfReader

from dashboards import WAREHOUSE_VARIABLE
from dashboards.access.few_people import FEW_MARK
from dashboards.app_pages.funding import PAGE
from dashboards.brief.contents import every_panel, sheets, title
from dashboards.brief.document import brief_html
from dashboards.brief.workbook import workbook
from dashboards.panels.funding import frames
from dashboards.panels.funding.fewer import listed
from dashboards.panels.funding.frames import fte
from dashboards.panels.parts import part_names
from dashboards.paper import printing
from dashboards.reader import Reader
from dashboards.screen.status_line import status_html
from dashboards.text import signed, speaking
from dashboards.view import View
from tests.dashboards.conftest import SMALL_OFFICE, changed_copy
from tests.dashboards.test_on_paper import bare
from tests.dashboards.test_panels import made
from tests.dashboards.viewing import published_reader, view_of

NOW = datetime(2026, 7, 1, 6)
ONE = {"office": "GEN"}
PLACES = ({}, ONE)


def looking(language: str, **values: str) -> View:
    with speaking(language):
        return view_of(PAGE, published_reader(language), **values)


def written(view: View) -> str:
    with speaking(view.reader.language):
        return brief_html(view, NOW)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("place", PLACES, ids=["all", "one"])
def test_every_panel_of_the_brief_says_what_the_page_says(asking_large, language: str, place: dict) -> None:
    view = looking(language, **place)
    document = written(view)
    with speaking(language):
        page = {panel.name: panel for panel in made(PAGE, view)}
        found = sheets(view)
        status = re.sub("<[^>]+>", "", status_html(view, NOW))
    for panel in (*found.first, *found.second):
        own = page[panel.name]
        said = [own.title, own.subtitle, own.intro, own.summary, *own.notes]
        said += [part for one in own.head_figures for part in (one.label, one.value, one.note)]
        assert [piece for piece in said if escape(piece) not in document] == [], panel.name
        words = re.findall('aria-label="([^"]+)"', own.picture)
        assert [piece for piece in words if piece not in document] == [], panel.name
    assert status in re.sub("<[^>]+>", "", document)
    assert {panel.name for panel in (*found.first, *found.second)} >= {
        "funding_conclusion",
        "funding_turning",
        "funding_evidence",
    }


def test_the_brief_needs_nothing_else_and_says_that_its_data_are_invented(asking_large) -> None:
    document = written(looking("nl"))
    assert document.startswith('<!doctype html><html lang="nl">')
    assert not re.search(r"https?://|<script|<link|var\(--|@import|url\(", document)
    assert "Synthetische gegevens" in document and "synthetisch" in document


def test_what_the_page_hides_is_not_in_the_brief(asking_large) -> None:
    document = written(looking("en", office=SMALL_OFFICE))
    assert "full-time posts are behind this" in document
    assert "Needed for the work" not in document and "funding_turning" not in document


@pytest.mark.parametrize("place", PLACES, ids=["all", "one"])
def test_the_workbook_has_every_number_of_the_page_and_what_it_means(asking_large, place: dict) -> None:
    view = looking("en", **place)
    with speaking("en"):
        book = fastexcel.read_excel(workbook(view))
        tables = {panel.name: panel.table for panel in every_panel(view) if panel.table}
        definitions = book.load_sheet("definitions").to_polars()
    assert set(book.sheet_names) == {"about", "definitions", *tables}
    for name, table in tables.items():
        sheet = book.load_sheet(name).to_polars()
        for column, kind in table.rows.select(list(table.columns)).schema.items():
            expected = table.rows[column].to_list()
            found = sheet[column].to_list()
            assert found == (pytest.approx(expected) if kind.is_numeric() else expected), (name, column)
        meant = definitions.filter(pl.nth(0) == name)
        assert set(table.columns) <= set(meant[meant.columns[2]])
        assert meant[meant.columns[3]].null_count() == 0
        # studies are no rows of the data, and so are not invented
        assert ("data_kind" in sheet.columns) == (name != "funding_evidence")


_AMOUNTS = ("active_cases_avg", "workload_units_avg", "capacity_units_avg", "room_fte_avg")
_AMOUNTS += ("contract_fte_avg", "available_fte_avg", "workload_units_now_avg")
# Each office once more, with a number behind its name, and so many times as large.
_MORE = """
    insert into marts.dim_areas select * replace (
        area_id || '{copy}' as area_id, area_name || ' {copy}' as area_name,
        100 * {copy} + position as position
    ) from marts.dim_areas where area_kind = 'office' and not regexp_matches(area_id, '[0-9]$');
    insert into marts.dim_offices select * replace (
        office_id || '{copy}' as office_id, office_name || ' {copy}' as office_name
    ) from marts.dim_offices where not regexp_matches(office_id, '[0-9]$');
    insert into marts.fct_area_line_windows select * replace (part_id || '{copy}' as part_id, {grown})
    from marts.fct_area_line_windows where part_id <> '' and not regexp_matches(part_id, '[0-9]$')
"""
_WHOLE = "update marts.fct_area_line_windows set {grown} where area_id = 'service' and part_id = ''"


@pytest.fixture(scope="module")
def warehouse_of_45(sample_warehouse: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with each office three times, the others larger; a whole is the sum of its offices."""
    statements = [
        _MORE.format(copy=copy, grown=", ".join(f"{times} * {one} as {one}" for one in _AMOUNTS))
        for copy, times in ((1, 1.3), (2, 1.7))
    ]
    statements.append(_WHOLE.format(grown=", ".join(f"{one} = 4 * {one}" for one in _AMOUNTS)))
    return changed_copy(sample_warehouse, tmp_path_factory.mktemp("many") / "warehouse", statements)


@pytest.fixture
def of_45(nobody_is_few, warehouse_of_45: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader of the service of 45 offices, who may see each of them."""
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_of_45))


@pytest.mark.usefixtures("of_45")
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize(
    ("name", "amount", "differ"),
    [("funding_parts", "need_fte", "gap_fte"), ("funding_rules_parts", "by_work_fte", "rules_differ_fte")],
)
def test_of_many_offices_those_that_differ_most_are_listed_and_the_others_are_one_row(
    language: str, name: str, amount: str, differ: str
) -> None:
    view = looking(language)
    with speaking(language):
        found = sheets(view)
        (brief,) = (one for one in (*found.first, *found.second) if one.name == name)
        (page,) = (one for one in every_panel(view) if one.name == name)
        rows = page.table.rows
        listed = set(rows.sort(pl.col(differ).abs(), descending=True)["part_name"][:11])
        others = rows.filter(~pl.col("part_name").is_in(list(listed)))
        drawn = re.findall(
            r'<div role="row"><div role="cell">(.*?)</div><div role="cell">(.*?)</div>(.*?)</div></div>',
            brief.picture,
        )
        said = fte(others[amount].sum()) if differ == "gap_fte" else signed(others[differ].sum(), 1)
    assert rows.height == brief.table.count() == 45 and page.picture.count('role="row"') == 46
    assert [one for one, *_ in drawn[:-1]] == [one for one in rows["part_name"] if one in listed]
    assert drawn[-1][0] == {"en": "34 other offices", "nl": "nog 34 kantoren"}[language]
    assert drawn[-1][1] == "" and f">{said}<" in drawn[-1][2] + "<"
    (note,) = brief.notes
    assert {"en": "the 11 offices where", "nl": "de 11 kantoren waar"}[language] in note
    assert {"en": "The other 34", "nl": "De andere 34"}[language] in note and page.notes == ()


@pytest.mark.usefixtures("of_45")
def test_the_range_of_the_others_is_that_of_their_sum_under_each_scheme() -> None:
    view = looking("en")
    with speaking("en"):
        rows = frames.of_parts(view)
        (brief,) = (one for one in sheets(view).first if one.name == "funding_parts")
    listed = [one for one in part_names(view) if f">{part_names(view)[one]}<" in brief.picture]
    assert len(listed) == 11
    others = rows.filter(~pl.col("part_id").is_in(listed))
    sums = others.group_by("weight_scheme").agg(pl.col("gap_fte").sum())["gap_fte"]
    assert f"({signed(sums.min(), 1)} to {signed(sums.max(), 1)})" in brief.picture.rpartition("34 other")[2]


def test_an_office_of_few_is_in_no_row_and_said() -> None:
    rows = pl.DataFrame(
        {"part_id": list("abcdef"), "weight_scheme": "one", "gap_fte": [1.0, None, 3.0, -9.0, 0.5, 0.25]}
    ).with_columns(pl.col("gap_fte").is_null().alias(FEW_MARK))
    with speaking("en"):
        found = listed(
            rows, dict(zip("abcdef", "ABCDEF", strict=True)), pl.col("gap_fte").abs().first(), ["gap_fte"], 5
        )
    assert dict(found.rows.select("part_id", "gap_fte").iter_rows()) == {"d": -9.0, "other parts": 4.75}
    assert found.names["other parts"] == "4 other offices"
    assert (
        found.notes[1] == "Without figures, because too few people work there: 1 office, which is in no row."
    )


@pytest.mark.browser
@pytest.mark.usefixtures("of_45")
@pytest.mark.parametrize("language", ["en", "nl"])
def test_of_45_offices_it_has_two_pages(chromium: str, language: str) -> None:
    read = PdfReader(io.BytesIO(printing.by_chromium(written(looking(language)), chromium)))
    assert len(read.pages) == 2


@pytest.mark.browser
@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("place", PLACES, ids=["all", "one"])
def test_on_paper_it_has_two_numbered_pages(
    nobody_is_few, asking: Reader, chromium: str, language: str, place: dict
) -> None:
    view = looking(language, **place)
    read = PdfReader(io.BytesIO(printing.by_chromium(written(view), chromium)))
    texts = [page.extract_text() for page in read.pages]
    assert len(texts) == 2
    with speaking(language):
        called = bare(title(view))
    for number, text in enumerate(texts, 1):
        assert f"{number} / 2" in text
        assert called in bare(text)


def test_the_page_offers_the_brief_and_its_numbers(warehouse_large, reader) -> None:
    someone = reader(warehouse_large).opens("funding")
    labels = [button.proto.label for button in someone.app.get("download_button")]
    assert "Brief, two pages" in labels and "All its numbers" in labels
    assert ("Brief as PDF" in labels) == (printing.printer() is not None)
    others = reader(warehouse_large).opens("offices").app.get("download_button")
    assert "Brief, two pages" not in [button.proto.label for button in others]
