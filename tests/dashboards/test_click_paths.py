"""Three questions of a new reader, click by click from where a visit begins, as docs/click-paths.md has them.

Nothing is opened by its address: what is clicked are words that the document prints in bold.
"""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from dashboards import languages
from tests.dashboards.browsing import address, visit, visitor

__all__ = ["address"]  # a fixture

# On one line, as a sentence may break within what is bold.
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "click-paths.md"
SAID = " ".join(DOCUMENT.read_text(encoding="utf-8").split())
_QUIET = "document.querySelector('.stApp').dataset.testScriptState !== 'running'"


class Newcomer:
    """Somebody in a role, at the page where the visit begins, whose clicks are counted."""

    def __init__(self, page: Page, address: str, *role: str) -> None:
        self.page = page
        visit(page, address)
        for place, words in enumerate(role):
            page.locator(".st-key-demonstration [data-testid=stSelectbox]").nth(place).click()
            page.get_by_role("option", name=words, exact=True).click()
            self._settle()
        self.clicks, self._begun = 0, time.monotonic()

    def _settle(self) -> None:
        self.page.wait_for_timeout(500)
        self.page.wait_for_function(_QUIET)
        self.page.wait_for_timeout(300)

    def click(self, words: str, where: Locator | None = None) -> None:
        """Click what has these words, and wait for what comes of it."""
        assert f"**{words}**" in SAID, words
        place = where or self.page.get_by_text(words, exact=True)
        place.locator("visible=true").first.click()
        self.clicks += 1
        self._settle()

    def open(self, group: str, page: str) -> None:
        """A page from the menu."""
        for words in (group, page):
            self.click(words, self.page.locator(f'[data-testid^=stTopNav] >> text="{words}"'))

    def go_to(self, words: str) -> None:
        """A part of the page, from the list of its parts."""
        self.click("On this page")
        self.click(words, self.page.locator(".mw-contents li a", has_text=words))

    def sees(self, words: str) -> bool:
        """Whether a place with these words is in the upper half of the window: nobody has to look for it."""
        top = self.page.locator(".mw-heading", has_text=words).first.bounding_box()["y"]
        return -5 <= top < 450

    def has_clicked(self, times: int) -> bool:
        """Whether that is how often, as the document says, and all in less than a minute."""
        return self.clicks == times and f"| {times or 'none'}" in SAID and time.monotonic() - self._begun < 60


def test_what_is_to_be_clicked_are_words_of_the_screens():
    english = languages.of("en").said["office"]
    said = "\n".join(sentence for page in english.values() for sentence in page.values())
    names = re.findall(r"\*\*(.+?)\*\*", SAID)
    # an office has its name from the data, and a question of this document is no word of a screen
    own = {"Gent", *re.findall(r"\*\*([^*]+\?)\*\*", SAID)}
    assert len(set(names) - own) > 8
    assert [one for one in names if one not in own and one not in said] == []


@pytest.mark.browser
@pytest.mark.deep
def test_which_offices_have_room_and_which_cannot_be_told_apart(address, chromium):
    with visitor(chromium, 1440, "en-GB") as (page, _):
        one = Newcomer(page, address, "coordinator")
        assert "no clear difference" in page.locator(".mw-offices").inner_text()
        one.open("Now", "Offices")
        one.go_to("Staff to spare or short")
        assert one.sees("Staff to spare or short") and one.has_clicked(4)
        one.click("the median of the offices")
        table = page.locator(".mw-table", has_text="Beside it, under every scheme").last
        assert re.search("no clear difference|clearly above|clearly below", table.inner_text())


@pytest.mark.browser
@pytest.mark.deep
def test_where_the_oldest_waiting_case_is(address, chromium):
    with visitor(chromium, 1440, "en-GB") as (page, _):
        one = Newcomer(page, address, "coordinator")
        one.click("To the backlog", page.get_by_role("link", name="To the backlog"))
        page.wait_for_function("() => location.search.includes('office=')")
        assert one.has_clicked(1)
        one = Newcomer(page, address, "head of an office", "Gent")
        one.open("Now", "Backlog")
        one.click("Office", page.locator("[data-testid=stSelectbox]", has_text="Office").last)
        one.click("Gent", page.get_by_role("option", name="Gent", exact=True))
        one.go_to("The cases that have gone longest without an officer")
        assert one.sees("The cases that have gone longest without an officer") and one.has_clicked(6)


@pytest.mark.browser
@pytest.mark.deep
def test_an_officers_own_derivation(address, chromium):
    with visitor(chromium, 1440, "en-GB") as (page, _):
        one = Newcomer(page, address, "officer", "Gent")
        one.open("Mine", "My work")  # who signs in begins there
        assert "How each case comes to its part" in page.locator("[data-testid=stMain]").inner_text()
        assert one.clicks == 2
