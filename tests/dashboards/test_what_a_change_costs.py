"""What decides how fast a page answers, held without a clock: what is asked, made and sent for a change.

A change is one filter touched on a page that stands: the part of the page below its title runs again. Bytes
are those of the messages before anything is compressed, on the small sample; bounds leave a fifth to spare.
"""

import re
from collections import Counter
from dataclasses import dataclass, field, replace

import pytest
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from dashboards import database, made_panels
from dashboards.app_pages import PAGES
from dashboards.screen import opening, pieces
from tests.dashboards import charts_shown
from tests.dashboards.laid_open import laid_open
from tests.dashboards.versions import PartialRuns

# Page -> the filter that is touched, what it is set to, and at most: KB and messages of the change, and
# elements of the charts on the page after it, which is what a browser takes longest over.
CHANGES = {
    "overview": ("scheme", "count", 80, 17, 0),
    "offices": ("office", "GEN", 165, 35, 230),
    "backlog": ("office", "GEN", 110, 34, 370),
    "pressure": ("office", "GEN", 58, 44, 190),
    "my_work": ("scheme", "count", 6, 18, 0),
    "my_team": ("office", "GEN", 34, 56, 0),
    "growth": ("office", "GEN", 60, 35, 210),
    "mix": ("office", "GEN", 50, 35, 260),
    "outcomes": ("office", "GEN", 60, 37, 295),
    "outlook": ("office", "GEN", 45, 29, 120),
    "forecast": ("office", "GEN", 54, 30, 125),
    "staff": ("office", "GEN", 70, 52, 220),
    "scenarios": ("outcome", "fte_needed", 47, 39, 65),
    "funding": ("office", "GEN", 43, 40, 0),
    "certainty": ("office", "GEN", 35, 32, 130),
    "wellbeing": ("office", "GEN", 92, 49, 560),
    "feedback": ("office", "GEN", 50, 38, 330),
}


@dataclass
class Cost:
    """What one run came to."""

    messages: int = 0
    bytes: int = 0
    kinds: Counter = field(default_factory=Counter)
    questions: int = 0
    drawn: int = 0
    elements: int = 0


@pytest.fixture
def cost(monkeypatch: pytest.MonkeyPatch) -> Cost:
    """Counts what is sent, asked and made; with closed folds, as a page stands before its reader."""
    counted = Cost()
    enqueue, asking, draw = ForwardMsgQueue.enqueue, database._open, pieces.svg_of

    def sending(queue: ForwardMsgQueue, message) -> None:
        counted.messages += 1
        counted.bytes += message.ByteSize()
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            counted.kinds[element.WhichOneof("type")] += 1
            for chart in charts_shown.DRAWN.findall(laid_open(element.html.body)):
                counted.elements += len(re.findall("<[a-z]", chart))
        enqueue(queue, message)

    def noting(file: str):
        counted.questions += 1
        return asking(file)

    def drawing(*given: object) -> str:
        counted.drawn += 1
        return draw(*given)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", sending)
    monkeypatch.setattr(database, "_open", noting)
    monkeypatch.setattr(pieces, "svg_of", drawing)
    monkeypatch.setattr(opening, "is_open", lambda place: bool(place.open))
    return counted


def changed(someone, page: str, monkeypatch: pytest.MonkeyPatch, cost: Cost) -> Cost:
    """Open a page, and touch its filter; what that second run came to."""
    key, value = CHANGES[page][:2]
    someone.opens(page)
    cost.__init__()
    with PartialRuns(monkeypatch, someone.app):
        someone.app.selectbox(key=key).set_value(value).run()
    assert not someone.app.exception and "mw-failed" not in someone.html()
    return replace(cost, kinds=Counter(cost.kinds))


def test_every_page_with_filters_is_held() -> None:
    # what Who looked shows is typed, and made for each who looks
    assert set(PAGES) - set(CHANGES) == {"about", "looked"}


@pytest.mark.parametrize("page", CHANGES)
def test_a_change_sends_little_and_is_made_for_the_first_reader_alone(
    reader, warehouse_large, monkeypatch, cost: Cost, page: str
) -> None:
    *_, most_kb, most_messages, most_elements = CHANGES[page]
    first = changed(reader(warehouse_large), page, monkeypatch, cost)
    assert first.bytes <= most_kb * 1024, first
    assert first.messages <= most_messages, first
    assert first.elements <= most_elements, first
    assert "plotly_chart" not in first.kinds, "it needs four megabytes of program"
    asked = made_panels.counted().asked
    second = changed(reader(warehouse_large), page, monkeypatch, cost)
    assert (second.questions, second.drawn) == (0, 0), "what one reader has seen is there for the next"
    assert made_panels.counted().found >= made_panels.counted().asked - asked > 0
    assert (second.messages, second.kinds) == (first.messages, first.kinds)
