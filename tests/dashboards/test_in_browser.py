"""The pages in a real browser: nothing cut at 390 pixels, the page's language, no request elsewhere."""

import re
from dataclasses import dataclass, field

import pytest

from dashboards.app_pages import PAGES
from tests.dashboards.browsing import address, unfold, visit, visitor
from tests.dashboards.test_charts_in_browser import laid_on, words_keep_their_size

__all__ = ["address"]  # a fixture

pytestmark = pytest.mark.browser
DUTCH_NUMBER = re.compile(r"\d{1,3}(\.\d{3})*(,\d)?")
TITLES = (
    "Overzicht",
    "Kantoren",
    "Wachtlijst",
    "Druk en vervanging",
    "Mijn werk",
    "Mijn team",
    "Waarom groeide het",
    "Soorten dossiers",
    "Vooruitblik",
    "Prognose",
    "Middelen",
    "Resultaten",
    "Wat extra personeel oplevert",
    "Wie het werk doet",
    "Feedback en incidenten",
    "Scenario’s",
    "Hoe zeker?",
    "Over de gegevens",
    "Wie keek",
)
PATHS = ("", *PAGES[1:])
_SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  return Math.max(main.scrollWidth - main.clientWidth, document.body.scrollWidth - window.innerWidth);
}"""
# Of each table: how far it reaches beyond its place, and how many columns it shows and has.
_TABLES = """() => [...document.querySelectorAll('.mw-table')].map(table => {
  const heads = [...table.querySelectorAll('thead th')];
  return [table.scrollWidth - table.clientWidth, heads.filter(head => head.offsetWidth).length, heads.length];
})"""


@dataclass(frozen=True)
class Opened:
    """A page that was open on a phone: how far it goes sideways, its words for itself, and its charts."""

    sideways: float
    language: str
    title: str
    failed: int
    charts: list[dict]


@dataclass
class Tour:
    """Every page, opened once on a phone: by its path, and what the browser asked for and did not get."""

    pages: dict[str, Opened] = field(default_factory=dict)
    requested: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def dutch_phone(address, chromium) -> Tour:
    with visitor(chromium, 390, "nl-BE") as (page, requested):
        tour = Tour(requested=requested)
        page.on("response", lambda answer: tour.missed.append(answer.url) if answer.status >= 400 else None)
        for path in PATHS:
            visit(page, address + path)
            tour.pages[path] = Opened(
                page.evaluate(_SIDEWAYS),
                page.evaluate("document.documentElement.lang"),
                page.title(),
                page.locator(".mw-failed").count(),
                laid_on(page),
            )
    return tour


def test_a_dutch_phone_reads_every_page_without_scrolling_sideways(dutch_phone, address):
    for path, opened in dutch_phone.pages.items():
        assert (opened.language, opened.failed) == ("nl", 0), path
        assert opened.sideways <= 0, path
    assert {opened.title for opened in dutch_phone.pages.values()} == {
        f"{name} – Maatwerk" for name in TITLES
    }
    own = (address, "data:", "blob:")
    assert [url for url in dutch_phone.requested if not url.startswith(own)] == []
    assert dutch_phone.missed == [], "what the browser asked for is there"


def test_words_of_charts_on_a_phone_keep_their_size_and_do_not_lie_over_each_other(dutch_phone):
    words_keep_their_size(
        [
            (path, place, laid)
            for path, opened in dutch_phone.pages.items()
            for place, laid in enumerate(opened.charts)
        ]
    )
    assert not [one for one in dutch_phone.requested if "PlotlyChart" in one]


def looks_right_on_a_phone(page, path: str) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.wait_for_timeout(700)
    for beyond, shown, columns in page.evaluate(_TABLES):
        assert beyond <= 24 and 2 <= shown <= min(columns, 4), (path, beyond, shown, columns)


def test_a_phone_shows_the_columns_that_a_table_is_about_and_all_on_demand(address, chromium):
    with visitor(chromium, 390, "nl-BE") as (page, _):
        for path in ("offices", "backlog", "scenarios"):
            visit(page, address + path)
            unfold(page, "Toon als tabel")
            assert page.evaluate(_TABLES), path
            looks_right_on_a_phone(page, path)
        box = page.get_by_label("Alle kolommen tonen").first
        box.check()
        first = page.locator(".mw-few", has=page.locator(":checked")).first.locator("thead th")
        assert all(heading.is_visible() for heading in first.all())


@pytest.mark.deep
@pytest.mark.parametrize("path", PATHS)
def test_a_phone_shows_the_columns_of_every_table_of_every_page(path, address, chromium):
    with visitor(chromium, 390, "nl-BE") as (page, _):
        visit(page, address + path)
        unfold(page, "Toon als tabel")
        looks_right_on_a_phone(page, path)


def test_the_menu_of_a_phone_closes_when_a_page_was_chosen(address, chromium):
    with visitor(chromium, 390, "nl-BE") as (page, _):
        visit(page, address)
        page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_test_id("stSidebarNavLink").filter(has_text="Wachtlijst").click()
        page.get_by_role("heading", name="Wachtlijst", exact=True).wait_for()
        page.get_by_test_id("stExpandSidebarButton").wait_for()
        page.wait_for_function(
            "() => document.querySelector('[data-testid=stSidebar]').getBoundingClientRect().right <= 0"
        )


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


def test_a_heading_sorts_and_a_name_opens_its_office(address, chromium):
    with visitor(chromium, 1440, "en-GB") as (page, _requested):
        visit(page, address + "outlook?scheme=count")
        table = page.locator(".mw-table").last
        names = table.locator("tbody th")
        fixed = names.all_inner_texts()
        heading = table.locator("thead button").first
        heading.click()
        assert names.all_inner_texts() == sorted(fixed)
        heading.click()
        assert names.all_inner_texts() == sorted(fixed, reverse=True)
        names.first.locator("a").click()
        page.wait_for_function("() => location.search.includes('office=')")
        assert "office=VEU" in page.url, "the last office by name was on top"
        assert "scheme=count" in page.url
        page.wait_for_function("() => document.querySelector('.mw-status').innerText.includes('Veurne')")


def test_a_long_page_lists_its_parts_and_leads_to_each(address, chromium):
    with visitor(chromium, 1920, "en-GB") as (page, _requested):
        visit(page, address + "offices")
        titles = page.locator(".mw-heading h2").all_inner_texts()
        ways = page.locator(".mw-contents a")
        assert ways.all_inner_texts() == titles
        assert ways.first.is_visible(), "at the side, without a click"
        ways.last.click()
        page.wait_for_function("title => document.activeElement.innerText.startsWith(title)", arg=titles[-1])
        assert page.locator(".mw-heading h2").last.bounding_box()["y"] < 900


def test_numbers_follow_the_page_and_not_the_browser(address, chromium):
    with visitor(chromium, 1440, "en-US") as (page, _requested):
        visit(page, address + "offices?lang=nl")
        cells = page.locator(".mw-table td.mw-number").all_inner_texts()
        numbers = [cell for cell in cells if cell[:1].isdigit()]
        assert any("," in number for number in numbers)
        assert [number for number in numbers if not DUTCH_NUMBER.fullmatch(number)] == []


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
