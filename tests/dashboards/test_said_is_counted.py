"""What is said is what was counted: the number of every sentence is computed again from the rule it states.

`tests/dashboards/said` holds a sentence, its rule in words and SQL by hand for each, page by page. A sentence
with a number that none of them covers is found too.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from dashboards.app_pages import PAGES
from dashboards.panel import Panel
from dashboards.reader import Reader
from dashboards.text import speaking
from tests.dashboards.said.sentence import Said
from tests.dashboards.test_panels import made
from tests.dashboards.viewing import of_marts, published_reader, view_of
from warehouse.current import published_file

SAID = [said for page in PAGES for said in import_module(f"tests.dashboards.said.{page}").SAID]
# What no count is behind: dates and constants of the sentence itself, by a part of it.
NO_COUNT = (
    "the same scale, from",  # the axis, in words
    "National Audit Office",  # a fact with its source, and errors that the policy assumes
    "Where the thresholds come from",
    "four weeks in a row, by office and grade",
    "The data run to",
    "All lines are at 100",  # where the index begins
    "Workload and staff of each office in the last week of the data, and in 13 and 52 weeks",
    "In no office does it depend on the weight scheme whether workload is above 100%",
    "no office with a known workload was above 100%",
    "In no month was the workload of any office above 100%",
    "Nobody was above 100%",
    "fewer than 5 full-time posts",
    "with 5 such officers or more",
    "come to about 100%",  # how weights are set
    "past the first 30 days of a case",
    "Open cases on 30 June 2026",  # a day
    "“In 52 weeks” means",
    "nineteen of twenty",  # what bands should hold
    "The inner band is that of 80%",
    "An error of 50% is half of",
    "held over 10 points",
    "Made on 2 July 2026 from data up to 30 June 2026",  # days
    # Simulated: test_pages_staff.py computes these case by case, within what chance leaves.
    "staff the waiting list",
    ", simulated: ",
    "In the simulation officers take new cases only up to the workload they have today",
    "In a year, as now | ",
    "In a year, with your choices | ",
    "Weeks that a new case waits in a year | ",
    "At the target (",
    "Staff to reach the target (",
    "Backward: how many FTE more from that month",
    "of those who wait leave this way each month",
    "a year ago this page would have expected",
    "months lay within the range",
    "of the waiting cases have waited at most",
    "With the staff of the year before",
    "Half of the extra contracts",
    "(Fong et al. 2022)",  # a source
    # Simulated, or counted in the file of the scenario: test_pages_scenarios.py computes these.
    " under “",
    "in eight of ten runs",
    "Of all assumptions, “",
    "” rests on ",
    "What this scenario changes: ",
    " by office at the end of",  # a month
    "outside the limits of",  # counted by the funnel, which test_pages_outcomes.py holds against its own
    "Hidden: ",  # by the rules of small groups, which test_small_groups.py computes
)
# An event of the policy, in the policy's own words: "1 March 2018: ...".
EVENT = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}: ")


def words_of(panel: Panel) -> Iterator[str]:
    """Every piece that a reader reads, chart and table apart."""
    yield from (panel.title, panel.subtitle, panel.lead, panel.said, panel.intro, panel.summary)
    yield from (*panel.items, *panel.notes, *(link.sentence for link in panel.links))
    yield from panel.fold.items if panel.fold else ()
    for one in panel.head_figures:
        yield " | ".join(part for part in (one.label, one.value, one.unit, one.change, one.note) if part)


def panels_of_page(page_name: str, values: dict[str, str]) -> list[Panel]:
    page = import_module(f"dashboards.app_pages.{page_name}").PAGE
    with speaking("en"):
        return list(made(page, view_of(page, published_reader(), **values)))


@pytest.fixture(scope="module")
def counted(warehouse_large: Path) -> Callable[[str], dict[str, object]]:
    """Asks the marts of the large service: SQL -> its one row."""

    asking = Reader(str(published_file(warehouse_large)), "en")

    @cache
    def row(sql: str) -> dict[str, object]:
        found = of_marts(asking, sql)
        assert found.height == 1, "the rule gives one row"
        return found.row(0, named=True)

    return row


@pytest.mark.parametrize("said", SAID, ids=lambda said: f"{said.page}: {said.sentence[:60]}")
def test_the_number_follows_from_the_rule(said: Said, counted, asking_large: Reader) -> None:
    expected = said.sentence.format(**counted(said.sql)).replace("-", "−")
    words = [
        piece.replace("-", "−")
        for panel in panels_of_page(said.page, said.values)
        for piece in words_of(panel)
    ]
    assert any(expected in piece for piece in words), f"{expected!r}, because {said.rule}"


@pytest.mark.parametrize("page", PAGES)
def test_every_sentence_with_a_number_has_its_rule(page: str, counted, asking_large: Reader) -> None:
    rules = [
        said.sentence.format(**counted(said.sql)).replace("-", "−") for said in SAID if said.page == page
    ]
    uncovered = []
    for panel in panels_of_page(page, {}):
        for piece in words_of(panel):
            # A subtitle says measure, unit, area and period; of its numbers only these are counts.
            is_count = (piece != panel.subtitle or "Shown: " in piece) and not EVENT.match(piece)
            if is_count and re.search(r"\d", piece) and not any(known in piece for known in NO_COUNT):
                uncovered += [] if any(rule in piece.replace("-", "−") for rule in rules) else [piece]
    assert uncovered == []
