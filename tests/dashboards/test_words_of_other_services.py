"""The worked examples of an agency's own words: pages of permits and of counties speak of these alone."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from dashboards import languages, queries
from dashboards.app_pages import PAGES
from dashboards.panel import Panel
from dashboards.text import language, speaking, t
from tests.dashboards import test_true_of_every_service as every_service
from tests.dashboards.test_own_words import _every_sentence
from tests.dashboards.test_text import places
from tests.dashboards.viewing import published_reader, view_of

EXAMPLES = Path(__file__).resolve().parents[2] / "docs" / "words"
# What none of its sentences may say: words of probation, of Flanders, and those that were replaced.
FOREIGN = {
    ("permits", "en"): r"probation|offender|\bmandates?\b|fland|flemish|justi(ce|tie)|prison|penitent|"
    r"\bofficers?\b|\boffices?\b|\brisk level",
    (
        "permits",
        "nl",
    ): r"probatie|reclasser|dader|\bmandaat\b|\bmandaten\b|vlaander|vlaamse|justitie|gevangen|"
    r"penitent|\bmedewerkers?\b|\bkantoor\b|\bkantoren\b|risiconiveau",
    ("california", "en"): r"\boffices?\b|\bmandates?\b|fland|flemish|justitie|penitent",
    (
        "california",
        "nl",
    ): r"\bkantoor\b|\bkantoren\b|\bmandaat\b|\bmandaten\b|vlaander|vlaamse|justitie|penitent",
}
BOTH = sorted(FOREIGN)
warehouse_of, shown = every_service.warehouse_of, every_service.shown


@pytest.fixture
def speaks(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets the pages speak in the words of one of the examples."""

    def spoken(name: str) -> None:
        monkeypatch.setattr(languages, "FOLDER", str(EXAMPLES / name))

    return spoken


@pytest.mark.parametrize(("name", "code"), BOTH)
def test_no_sentence_of_the_example_says_another_services_words(name: str, code: str, speaks) -> None:
    shipped = _every_sentence(code)
    speaks(name)
    own = _every_sentence(code)
    assert own.keys() == shipped.keys()
    wrong = {
        key: said
        for key, said in own.items()
        # a code of the policy has its label there; these are the labels of codes that ship
        if not re.match(r"common\.grade_|about\.measure_\w+_(offender|penitentiary)", key)
        and re.search(FOREIGN[name, code], re.sub(r"\{\w+\}", "", said), re.I)
    }
    if name == "california":
        wrong.pop("certainty.off_summary", None)  # a fact about probation, which this is
    assert wrong == {}
    changed = [key for key in own if places(own[key]) != places(shipped[key])]
    assert [key for key in changed if key != "certainty.off_summary"] == []


@pytest.mark.real
@pytest.mark.deep
@pytest.mark.parametrize(("name", "code"), BOTH)
def test_pages_of_real_data_say_only_their_own_words(name: str, code: str, shown, speaks) -> None:
    """Every panel, table and filter of every page, the whole and a part, beside the page's own sentences."""
    shown(name)
    speaks(name)
    with speaking(code):
        assert language() == code
        wrong = [
            (page, piece)
            for page in PAGES
            for piece in {*_pieces(page, code), *_page_sentences(page, code)}
            if re.search(FOREIGN[name, code], piece, re.I)
        ]
    assert wrong == []


def _pieces(page: str, code: str) -> Iterator[str]:
    for place in every_service.places():
        for panel in every_service.panels(page, code, **place):
            yield from filter(None, every_service.words_of(panel))
            yield from _of_table(panel)


def _of_table(panel: Panel) -> Iterator[str]:
    if panel.table and panel.name != "definitions":  # that table holds names of marts and columns
        yield from (panel.table.caption, panel.table.missing)
        yield from panel.table.columns.values()


def _page_sentences(page: str, code: str) -> Iterator[str]:
    """What the page says of itself, the words of its filters, and what its service lines are called."""
    for name in ("title", "question", "description", "not_said"):
        is_said = name in languages.of(code).said["office"][page]
        yield t(f"{page}.{name}", quarter="13", year="52") if is_said else ""
    reader = published_reader(code)
    view = view_of(import_module(f"dashboards.app_pages.{page}").PAGE, reader)
    yield view.choice.said.replace(view.choice.label("weight_scheme"), "")  # a name of the policy
    for row in queries.choices(reader, "service_line"):
        yield queries.called(reader, row) if row["has_months"] else ""
