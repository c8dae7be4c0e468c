"""The pages in a real browser: nothing cut at 390 pixels, the page's language, no request elsewhere."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from dashboards import serve
from dashboards.app_pages import PAGES

pytestmark = pytest.mark.browser
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TITLES = (
    "Overzicht",
    "Kantoren",
    "Wachtlijst",
    "Druk en vervanging",
    "Vooruitblik",
    "Hoe zeker?",
    "Over de gegevens",
)
PATHS = ("", *PAGES[1:])
_SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollWidth - main.clientWidth, document.body.scrollWidth - window.innerWidth);
}"""
_DONE = """() => document.querySelector('h1')
  && document.querySelector('.stApp').dataset.testScriptState !== 'running'"""


@pytest.fixture(scope="module")
def address(sample_warehouse: Path) -> Iterator[str]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = serve.started(sample_warehouse, port, "127.0.0.1")
    try:
        assert serve.is_healthy(server, port, "127.0.0.1")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def visitor(chromium: str, width: int, locale: str) -> Iterator[tuple[Page, list[str]]]:
    """A browser window, and the list of addresses it asks for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        page = browser.new_context(viewport={"width": width, "height": 900}, locale=locale).new_page()
        page.set_default_timeout(60_000)
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        try:
            yield page, requested
        finally:
            browser.close()


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(".mw-status")
    page.wait_for_function(_DONE)
    page.wait_for_timeout(700)


def test_a_dutch_phone_reads_every_page_without_scrolling_sideways(address, chromium):
    with visitor(chromium, 390, "nl-BE") as (page, requested):
        titles: set[str] = set()
        for path in PATHS:
            visit(page, address + path)
            assert page.evaluate(_SIDEWAYS) <= 0, path
            assert page.evaluate("document.documentElement.lang") == "nl"
            titles.add(page.title())
            assert page.locator(".mw-failed").count() == 0, path
    assert titles == {f"{name} – Maatwerk" for name in TITLES}
    assert [url for url in requested if not url.startswith((address, "data:", "blob:"))] == []


def test_pictures_reach_the_screen_and_a_filter_the_address(address, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        visit(page, address)
        assert page.locator(".mw-offices svg circle").count() > 5
        page.get_by_text("a year earlier", exact=True).click()
        page.wait_for_function("() => location.search.includes('against=year_ago')")
        page.get_by_text("NL", exact=True).click()
        page.wait_for_function("() => document.documentElement.lang === 'nl'")
        page.wait_for_function("() => document.querySelector('.mw-lead').innerText.includes('jaar eerder')")


def test_a_link_shows_a_colleague_the_same_in_the_language_it_names(address, chromium):
    with visitor(chromium, 1300, "nl-BE") as (page, _):
        visit(page, address + "?window=month&scheme=count&lang=en")
        assert "In June 2026 (30 days)" in page.inner_text(".mw-lead")
        assert "Number of cases" in page.inner_text(".mw-status")


def test_a_ticked_row_opens_its_office_also_when_sorted(address, chromium):
    with visitor(chromium, 1440, "en-GB") as (page, _requested):
        page.set_viewport_size({"width": 1440, "height": 4000})  # all of the page, so that nothing scrolls
        visit(page, address + "outlook")
        table = page.get_by_test_id("stDataFrame").last
        box = table.bounding_box()
        for _ in range(2):  # by name, as they stand already, and the other way round
            page.mouse.click(box["x"] + 100, box["y"] + 18)
            page.wait_for_timeout(700)
        page.mouse.click(box["x"] + 18, box["y"] + 36 + 18)
        page.wait_for_function("() => location.search.includes('office=')")
        assert "office=VEU" in page.url, "the last office by name stands first"


def test_an_address_without_a_page_is_answered_in_the_readers_language(address, chromium):
    with visitor(chromium, 1300, "nl-BE") as (page, _):
        page.goto(address + "kantoren")
        page.get_by_role("heading", name="Deze pagina bestaat niet").wait_for()
        assert page.get_by_role("dialog").count() == 0
        page.get_by_test_id("stMain").get_by_role("link", name="Kantoren").click()
        page.wait_for_selector(".mw-status")
        assert page.url.endswith("/offices")
        visit(page, address + "overview?scheme=count")
        assert "Aantal dossiers" in page.inner_text(".mw-status")
        assert page.get_by_role("dialog").count() == 0


def test_the_longest_wait_leads_to_its_row(address, chromium):
    with visitor(chromium, 1300, "en-GB") as (page, _):
        visit(page, address)
        page.get_by_role("link", name="To the backlog").first.click()
        page.wait_for_function(
            "() => location.pathname === '/backlog' && location.search.includes('office=')"
        )
        page.wait_for_selector("#panel_backlog_oldest")
        page.wait_for_timeout(4000)
        top = page.evaluate("document.getElementById('panel_backlog_oldest').getBoundingClientRect().top")
        assert 0 <= top < 300, "the list is on the screen"
        assert "to which the link led" in page.inner_text("[data-testid=stMain]")
