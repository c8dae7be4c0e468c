"""Each title says what it is about when it is read alone, as by somebody new or by a screen reader."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from dashboards import languages
from dashboards.app_pages import PAGES
from dashboards.panel import Panel, State
from tests.dashboards import test_true_of_every_service as every_service

warehouse_of, shown = every_service.warehouse_of, every_service.shown
WAREHOUSES = (
    *("sample", "with_regions", "without_contracts", "without_cases", "three", "incidents"),
    pytest.param("half", marks=pytest.mark.deep),
)
# One of these is in every title: what is counted or measured, or where it comes from.
SUBJECTS = {
    "en": r"work|capacity|staff|officers?\b|cases?\b|waiting|records|room|weights|figures?|data\b|rows|"
    r"findings?|mandates?|feedback|incidents?|tests|version|words|sources?|accessibility|expenditure|services|"
    r"interventions?",
    "nl": r"werk|capaciteit|personeel|medewerkers?\b|dossiers?\b|wacht|onbezet|ruimte|gewichten|cijfers?|"
    r"gegevens|mandate?n?|mandaat|feedback|incident(en)?|rijen|bevindingen|tests|versie|woorden|bron|"
    r"toegankelijkheid|uitgaven|diensten|ingre(ep|pen)",
}
# Titles that name only the shape of a thing, or how it is told.
BARE = re.compile(r"(tab(el|le)|details?|all|by|per|alle)\b(?!\D*\b(werk|work))", re.I)


def _said_of(panel: Panel) -> list[str]:
    """The titles of a panel: its own, and the caption of its table."""
    return [said for said in (panel.title, panel.table.caption if panel.table else "") if said]


@pytest.mark.parametrize("language", languages.codes())
@pytest.mark.parametrize("name", WAREHOUSES)
def test_each_title_says_its_subject_and_no_two_tables_have_one(name: str, language: str, shown) -> None:
    shown(name)
    places = every_service.places()
    found = [
        (page, list(every_service.panels(page, language, **place))) for page in PAGES for place in places
    ]
    assert {wrong for page, panels in found for wrong in _wrong(page, panels, language)} == set()


def _wrong(page: str, panels: list[Panel], language: str) -> Iterator[tuple[str, str, str]]:
    """Page, panel and title of all that says no subject, or what another table of the page says."""
    for panel in panels:
        is_drawn = bool(panel.table or panel.chart) and panel.state == State.SHOWN
        if is_drawn and not _said_of(panel):
            yield page, panel.name, "no title"
        for said in _said_of(panel):
            if BARE.match(said) or not re.search(SUBJECTS[language], said, re.I):
                yield page, panel.name, said
    captions = Counter(panel.table.caption or panel.title for panel in panels if panel.table)
    yield from ((page, "two tables", said) for said, count in captions.items() if count > 1)
