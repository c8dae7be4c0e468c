"""A panel as HTML: in the order in which it is read, everything escaped, one message between two widgets."""

import re
from dataclasses import replace
from html import unescape

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboards.access.scope import Role, Scope
from dashboards.app_pages import offices
from dashboards.panel import Fold, HeadFigure, Link, Panel, State, Table
from dashboards.screen import drawings, flow, panels, pieces
from dashboards.screen.links import address
from tests.dashboards.laid_open import laid_open
from tests.dashboards.viewing import view_of

WILD = "<script>alert(\"1\")</script> & `{'x'}`"
EVERYTHING = Panel(
    "all",
    title="the title",
    subtitle="the subtitle.",
    lead="<b>the lead</b>",
    state=State.NOT_DELIVERED,
    said="the state",
    head_figures=(HeadFigure("the label", "the value"),),
    intro="the introduction",
    picture='<figure><svg class="mw-marks"><title>the picture</title></svg></figure>',
    summary="the summary",
    items=("the item",),
    fold=Fold("the fold", ("inside",), is_numbered=True),
    notes=("the note",),
    links=(Link("backlog", "the link", {"office": "GEN"}, panel="oldest"),),
)


@pytest.fixture
def view(asking):
    return view_of(offices.PAGE, asking)


def test_a_panel_is_read_from_top_to_bottom(view) -> None:
    written = laid_open(pieces.above_table(EVERYTHING, view)) + pieces.below_table(EVERYTHING, view)
    read = [said.strip() for said in re.sub(r"<[^>]+>", "\n", written).split("\n") if said.strip()]
    assert [said for said in read if said.startswith("the ") or said == "inside"] == [
        *("the title", "the subtitle.", "the lead", "the state", "the label", "the value"),
        *("the introduction", "the picture", "the summary", "the item", "the fold", "inside"),
        *("the note", "the link"),
    ]


def test_of_what_a_panel_does_not_have_nothing_is_written(view) -> None:
    assert pieces.above_table(Panel("none"), view) + pieces.below_table(Panel("none"), view) == ""


def test_words_stay_words(view) -> None:
    wild = replace(
        EVERYTHING,
        title=WILD,
        subtitle=WILD,
        said=WILD,
        intro=WILD,
        summary=WILD,
        items=(WILD,),
        fold=Fold(WILD, (WILD,)),
        notes=(WILD,),
        links=(Link("backlog", WILD),),
    )
    written = pieces.above_table(wild, view) + pieces.below_table(wild, view)
    assert "<script" not in laid_open(written)
    assert unescape(written).count(WILD) == 10


@pytest.mark.parametrize("drawn", ['<svg data-said="a">–</svg>', WILD, "`{}`&#96;&amp;", "]]>--></title>"])
def test_what_travels_in_an_attribute_arrives_as_it_was(drawn: str) -> None:
    sent = drawings.carried(f"<svg>{drawn}</svg>")
    inside = sent.split('"')[3]
    assert sent.count('"') == 4 and not set(inside) & set("<>")
    arrived = laid_open(sent)
    assert unescape(arrived) == unescape(f"<svg>{drawn}</svg>")
    assert arrived.count("<") == f"<svg>{drawn}</svg>".count("<")


def test_a_link_leads_only_where_the_reader_may_go(view) -> None:
    link = EVERYTHING.links[0]
    assert address(link) == {"office": "GEN", "at": "oldest"}
    assert 'href="backlog?office=GEN&amp;at=oldest"' in pieces.below_table(EVERYTHING, view)
    kept_from = replace(view, reader=replace(view.reader, scope=Scope(Role.POLICYMAKER)))
    written = pieces.below_table(EVERYTHING, kept_from)
    assert "the link" in written and "href" not in written


def a_page() -> None:
    """Two panels without a widget, one with a table, another, one that fails after its words, and the end."""
    import streamlit as st

    from dashboards.screen import states
    from dashboards.screen.flow import Flow

    flow = Flow()
    flow.add("<p>1</p>")
    flow.add("")
    flow.add("<p>2</p>")
    flow.sent_before(st.text)("a widget")
    with states.guarded("a part"), flow.in_order():
        flow.add("<p>3</p>")
        raise ValueError("not this time")
    flow.send()
    flow.add("<p>4</p>")
    flow.send()
    flow.send()


def test_what_stands_between_two_widgets_is_one_message_and_in_order() -> None:
    app = AppTest.from_function(a_page).run()
    sent = [re.findall(r"<p>(\d)|mw-(failed)", found.proto.body) for found in app.get("html")]
    assert sent == [[("1", ""), ("2", "")], [("3", "")], [("", "failed")], [("4", "")]]
    kinds = [found.type for found in app.main][1:]  # first the page itself
    assert kinds == ["html", "text", "html", "html", "html"]


def test_notes_of_a_panel_and_the_next_panel_are_one_message(view, monkeypatch) -> None:
    sent: list[str] = []
    monkeypatch.setattr(flow.st, "html", sent.append)
    monkeypatch.setattr(panels.folds, "table", lambda panel, *_: sent.append(f"fold of {panel.name}"))
    rows = Table(pl.DataFrame({"a": [1]}), {"a": "A"})
    here = flow.Flow()
    with_table = replace(EVERYTHING, name="first", table=rows, links=())
    panels.draw(panels.Made(-1, (with_table, replace(EVERYTHING, name="second", links=()))), view, here)
    here.send()
    assert [one if one.startswith("fold") else one.count("the title") for one in sent] == [
        1,
        "fold of first",
        1,
    ]
    assert sent[2].index("the note") < sent[2].index("the title")
