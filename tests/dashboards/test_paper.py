"""A page as a report says all that the page says, with every row, and needs nothing but itself."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from html import escape

import pytest
from pypdf import PdfReader

from dashboards import WAREHOUSE_VARIABLE, languages, queries
from dashboards.app_pages import PAGES
from dashboards.paper import chromium as chromium_room
from dashboards.paper import printing
from dashboards.paper.chromium import Chromium
from dashboards.paper.report import report_html
from dashboards.reader import Reader
from dashboards.text import speaking, t
from reports.address import asked_by, chapter_of, page_named
from reports.command import RefusedError
from tests.dashboards.test_on_paper import bare
from tests.dashboards.test_panels import made
from tests.dashboards.viewing import published_reader, view_of

NOW = datetime(2026, 7, 1, 6)
# Each language on every second page.
SPOKEN = list(zip(PAGES, len(PAGES) * languages.codes(), strict=False))


def report(name: str, language: str, address: str = "") -> str:
    page, reader = page_named(name), published_reader(language)
    with speaking(language):
        chapter = chapter_of(page, reader, asked_by(address))
        return report_html(t(f"{name}.title"), [chapter], NOW)


@pytest.mark.parametrize(("name", "language"), SPOKEN)
def test_a_report_says_what_its_page_says_with_every_row(asking_large, name: str, language: str) -> None:
    document = report(name, language)
    page = page_named(name)
    with speaking(language):
        panels = list(made(page, view_of(page, published_reader(language))))
        not_said = t(f"{name}.not_said", quarter=13, year=52)
    for panel in panels:
        said = [panel.title, panel.said, panel.intro, panel.summary, *panel.items]
        said += [part for one in panel.head_figures for part in (one.label, one.value, one.change, one.note)]
        said += [link.sentence for link in panel.links] + (list(panel.fold.items) if panel.fold else [])
        missing = [one for one in said if escape(one).replace("\n", "<br>") not in document]
        assert missing == [], panel.name
        if panel.chart:
            assert f'aria-label="{escape(panel.alternative)}' in document
    assert escape(not_said) in document
    tables = re.findall("<tbody>(.*?)</tbody>", document, re.DOTALL)
    counted = sorted(table.count("<tr") for table in tables)
    for panel in panels:
        if panel.table and (panel.chart or "<svg" in panel.picture or not panel.picture):
            rows = panel.table.every_row() if panel.table.every_row else panel.table.rows
            assert rows.height in counted, panel.name
    assert document.count('<svg class="mw-figure"') == sum(panel.chart is not None for panel in panels)


@pytest.mark.parametrize("name", ["overview", "backlog"])
def test_it_needs_nothing_else_and_says_that_its_data_are_invented(asking_large, name: str) -> None:
    document = report(name, "nl")
    assert document.startswith('<!doctype html><html lang="nl">')
    assert not re.search(r"https?://|<script|<link|var\(--|@import|url\((?!#)|light-dark", document)
    foot = re.search(rf'@page {name}{{@bottom-left{{content:"([^"]+)"', document).group(1)
    with speaking("nl"):
        assert foot.startswith(t(f"{name}.title")) and foot.endswith(t("common.synthetic"))
    assert "30 juni 2026" in foot and "build " in foot


def test_every_id_of_a_document_is_there_once_and_links_lead_somewhere(asking_large) -> None:
    document = report("offices", "en")
    ids = re.findall(r'\bid="([^"]+)"', document)
    assert len(ids) == len(set(ids))
    assert {*re.findall(r'href="#([^"]+)"', document), *re.findall(r"url\(#([^)]+)\)", document)} <= {*ids}


def test_filters_are_those_of_the_address_and_between_the_parts_too(asking_large) -> None:
    document = report("pressure", "en", "http://localhost:8501/pressure?lang=en&grade=all&list=cover&at=x")
    other = report("pressure", "en", "list=not_assessed")
    assert "List: Cover" in document and "List: Assessment" in other


def test_officers_and_cases_are_no_filters_of_an_address(asking_large) -> None:
    with pytest.raises(
        RefusedError, match="no filter 'officer' on the page outlook; there are region, office, line"
    ):
        report("outlook", "en", "office=GEN&officer=O-0001")


def test_a_service_without_cases_has_reports_that_say_so(warehouse_without_cases, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_without_cases))
    for name in PAGES:
        document = report(name, "nl")
        with speaking("nl"):
            assert escape(t(f"{name}.title")) in document and "Synthetische gegevens" in document
    with pytest.raises(RefusedError, match="no filter 'office' on the page backlog; there are none"):
        report("backlog", "nl", "office=GEN")


def test_a_region_has_a_report_of_its_offices(warehouse_with_regions, monkeypatch) -> None:
    monkeypatch.setenv(WAREHOUSE_VARIABLE, str(warehouse_with_regions))
    region = queries.choices(published_reader(), "region")[0]
    document = report("offices", "en", f"region={region['id']}")
    called = queries.called(published_reader(), region)
    assert f'content:"Offices · {called}' in document
    with pytest.raises(RefusedError, match="no region 'north'"):
        report("offices", "en", "region=north&office=GEN")


@pytest.mark.browser
def test_on_paper_headings_of_tables_and_the_foot_are_on_every_page(asking: Reader, chromium: str) -> None:
    document = report("backlog", "nl", "office=GEN")
    with Chromium(chromium) as browser, ThreadPoolExecutor(2) as pool:
        first, second = pool.map(browser.pdf, [document, document])
    read = [page.extract_text() for page in PdfReader(io.BytesIO(first)).pages]
    assert read == [page.extract_text() for page in PdfReader(io.BytesIO(second)).pages]
    assert len(read) > 2
    for number, text in enumerate(read, 1):
        assert f"{number} / {len(read)}" in text
        assert "Gent" in text and bare("30 juni 2026") in bare(text)


def test_what_is_no_browser_is_an_error_and_leaves_nothing_behind(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(chromium_room.tempfile, "tempdir", str(tmp_path))
    with pytest.raises(RuntimeError, match="/bin/true ended without printing"):
        printing.by_chromium("<p>Words</p>", "/bin/true")
    assert list(tmp_path.iterdir()) == []
