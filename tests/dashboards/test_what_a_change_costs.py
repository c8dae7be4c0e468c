"""What decides how fast a page answers, held without a clock: what is asked, made and sent for a change.

A change is one filter touched on a page that stands: the part of the page below its title runs again. Bytes
are those of the messages before anything is compressed, on the small sample; bounds leave a fifth to spare.
"""

from collections import Counter
from dataclasses import dataclass, field

import pytest
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from dashboards import database, made_panels
from dashboards.app_pages import PAGES
from dashboards.screen import opening, panels
from tests.dashboards.versions import PartialRuns

# Page -> the filter that is touched, what it is set to, and at most: KB and messages of the change, and
# figures of Plotly on the page after it.
CHANGES = {
    "overview": ("scheme", "count", 80, 56, 0),
    "offices": ("office", "GEN", 180, 54, 4),
    "backlog": ("office", "GEN", 70, 36, 2),
    "pressure": ("office", "GEN", 68, 64, 4),
    "growth": ("office", "GEN", 72, 56, 4),
    "mix": ("office", "GEN", 70, 53, 5),
    "outlook": ("office", "GEN", 50, 44, 2),
    "forecast": ("office", "GEN", 57, 47, 2),
    "staff": ("office", "GEN", 78, 71, 4),
    "scenarios": ("outcome", "fte_needed", 48, 57, 1),
    "funding": ("office", "GEN", 43, 66, 0),
    "certainty": ("office", "GEN", 50, 48, 4),
}


@dataclass
class Cost:
    """What one run came to."""

    messages: int = 0
    bytes: int = 0
    kinds: Counter = field(default_factory=Counter)
    questions: int = 0
    figures: int = 0


@pytest.fixture
def cost(monkeypatch: pytest.MonkeyPatch) -> Cost:
    """Counts what is sent, asked and made; with closed folds, as a page stands before its reader."""
    counted = Cost()
    enqueue, asking, figure = ForwardMsgQueue.enqueue, database._open, panels.Figure

    def sending(queue: ForwardMsgQueue, message) -> None:
        counted.messages += 1
        counted.bytes += message.ByteSize()
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            counted.kinds[message.delta.new_element.WhichOneof("type")] += 1
        enqueue(queue, message)

    def noting(file: str):
        counted.questions += 1
        return asking(file)

    def making(*given: object, **more: object):
        counted.figures += 1
        return figure(*given, **more)

    monkeypatch.setattr(ForwardMsgQueue, "enqueue", sending)
    monkeypatch.setattr(database, "_open", noting)
    monkeypatch.setattr(panels, "Figure", making)
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
    return Cost(cost.messages, cost.bytes, Counter(cost.kinds), cost.questions, cost.figures)


def test_every_page_with_filters_is_held() -> None:
    assert set(PAGES) - set(CHANGES) == {"about"}


@pytest.mark.parametrize("page", CHANGES)
def test_a_change_sends_little_and_is_made_for_the_first_reader_alone(
    reader, warehouse_large, monkeypatch, cost: Cost, page: str
) -> None:
    *_, most_kb, most_messages, most_figures = CHANGES[page]
    first = changed(reader(warehouse_large), page, monkeypatch, cost)
    assert first.bytes <= most_kb * 1024, first
    assert first.messages <= most_messages, first
    assert first.kinds["plotly_chart"] <= most_figures, first
    asked = made_panels.counted().asked
    second = changed(reader(warehouse_large), page, monkeypatch, cost)
    assert (second.questions, second.figures) == (0, 0), "what one reader has seen is there for the next"
    assert made_panels.counted().found >= made_panels.counted().asked - asked > 0
    assert (second.messages, second.kinds) == (first.messages, first.kinds)
