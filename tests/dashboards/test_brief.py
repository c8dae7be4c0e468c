"""The brief is the page on paper: the same words and numbers, in both languages, of all and of one office."""

import io
import re
from datetime import datetime
from html import escape

import fastexcel
import polars as pl
import pytest
from pypdf import PdfReader

from dashboards.app_pages.funding import PAGE
from dashboards.brief.contents import every_panel, sheets, title
from dashboards.brief.document import brief_html
from dashboards.brief.workbook import workbook
from dashboards.paper import printing
from dashboards.reader import Reader
from dashboards.screen.status_line import status_html
from dashboards.text import speaking
from dashboards.view import View
from tests.dashboards.conftest import SMALL_OFFICE
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
