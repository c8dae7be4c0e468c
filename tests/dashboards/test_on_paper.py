"""A page that is printed is whole: every office and column, and sources and limits, none beyond the edge."""

import io

import pytest
from pypdf import PdfReader

from dashboards import languages
from dashboards.app_pages import PAGES
from tests.dashboards.browsing import address, visit, visitor

__all__ = ["address"]  # a fixture
pytestmark = pytest.mark.browser
A4 = {"format": "A4", "print_background": True}
OFFICES = 15
# Between them they draw every kind of panel there is; `make test-deep` prints all pages.
ALWAYS = ("overview", "offices", "pressure", "growth", "scenarios", "certainty", "about")
_HEADINGS = """() => [...document.querySelectorAll('.mw-table')]
  .filter(table => !table.closest('details'))
  .flatMap(table => [...table.querySelectorAll('thead th')].map(heading => heading.innerText))"""
_OFFICES = """() => [...document.querySelectorAll('.mw-offices [role=rowheader], .mw-table tbody a')]
  .map(name => name.innerText)"""
_CHARTS = "() => document.querySelectorAll('.mw-figure').length"


def printed(page) -> tuple[str, list[str]]:
    """The words of the paper, and those that begin beyond its right edge.

    Where a caption is more than one piece, pypdf puts the later ones too far right: whole names count.
    """
    read = PdfReader(io.BytesIO(page.pdf(**A4)))
    words: list[str] = []
    beyond: list[str] = []

    def seen(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        words.append(text)
        across = matrix[0] * place[4] + matrix[2] * place[5] + matrix[4]
        if text.strip() and across > read.pages[0].mediabox.right:
            beyond.append(text)

    for sheet in read.pages:
        sheet.extract_text(visitor_text=seen)
    return bare("".join(words)), beyond


def bare(text: str) -> str:
    """Letters alone: on paper a line break may be anywhere, and two letters may be one sign."""
    ligatures = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi"}
    return "".join(ligatures.get(sign, sign) for sign in text if sign.isalnum() or sign in ligatures)


@pytest.mark.parametrize(
    "path", [path if path in ALWAYS else pytest.param(path, marks=pytest.mark.deep) for path in PAGES]
)
def test_a_printed_page_is_whole(path: str, address: str, chromium: str) -> None:
    with visitor(chromium, 1440, "en-GB") as (page, _):
        visit(page, address + ("" if path == PAGES[0] else path))
        headings, offices, charts = (page.evaluate(asked) for asked in (_HEADINGS, _OFFICES, _CHARTS))
        paper, beyond = printed(page)
        said = languages.of("en").said["office"][path]
        assert set(beyond) & {*offices, *said.values()} == set()
        assert [name for name in (*headings, *offices) if bare(name) not in paper] == []
        assert bare(said["title"]) in paper
        assert bare(said["not_said"].format(quarter=13, year=52)) in paper
        if path == "offices":
            assert len(set(offices)) == OFFICES
            assert charts
        # And the screen is as it was before.
        assert page.locator("[data-mw-opened]").count() == 0
