"""Which charts are drawn by the server, and how one that is drawn reaches the page."""

from copy import deepcopy

import pytest
from streamlit.testing.v1 import AppTest

from dashboards.charts import palette
from dashboards.charts.style import is_explored
from dashboards.svg.figure import Drawing, svg_of
from dashboards.svg.figure.drawing import PART
from tests.dashboards.charts_shown import drawings
from tests.dashboards.read_back import drawn, on_screen
from tests.dashboards.test_svg_figures import figures

LIGHT, DARK = {"#000001": "#111111", "rule": "#222222"}, {"#000001": "#EEEEEE", "rule": "#222222"}


def page_of_a_chart(dragmode) -> None:
    """A page with one chart, as `AppTest` runs it: alone, so all that it takes is in it."""
    from pathlib import Path
    from types import SimpleNamespace

    from dashboards.made_panels import Made
    from dashboards.panel import Panel
    from dashboards.reader import Reader
    from dashboards.screen import panels, source
    from dashboards.screen.flow import Flow
    from dashboards.view import View
    from tests.dashboards.test_svg_figures import figures

    source.note = lambda _: "synthetic"
    chart = figures()[0]
    chart["layout"]["dragmode"] = dragmode
    view = View(None, SimpleNamespace(key=""), Reader(str(Path("none.duckdb")), "en"))
    flow = Flow()
    panels.draw(Made(0, (Panel("one", title="One", chart=chart, summary="What is seen."),)), view, flow)
    flow.send()


@pytest.mark.parametrize(("dragmode", "is_by_engine"), [(False, False), (None, False), ("zoom", True)])
def test_an_engine_draws_only_what_a_reader_drags_in(monkeypatch, dragmode, is_by_engine: bool) -> None:
    from dashboards.screen import source

    monkeypatch.setattr(source, "note", source.note)  # as it was, afterwards
    app = AppTest.from_function(page_of_a_chart, args=(dragmode,)).run()
    assert not app.exception
    assert (len(drawings(app)), len(app.get("plotly_chart"))) == ((0, 1) if is_by_engine else (1, 0))


def test_what_is_explored_can_be_printed_too() -> None:
    one = deepcopy(figures()[0])
    before = drawn(one)
    one["layout"]["dragmode"] = "zoom"
    assert is_explored(one) and drawn(one) == before


def test_a_colour_that_differs_follows_the_theme_and_one_that_does_not_is_written_once() -> None:
    drawing = Drawing("one", (LIGHT, DARK))
    assert drawing.paint("#000001") == "light-dark(#111111, #EEEEEE)"
    assert drawing.paint("rule") == "#222222"
    assert drawing.paint("#ABCDEF") == "#ABCDEF"
    assert drawing.paint(None) is None


def test_what_parts_two_sentences_is_in_neither() -> None:
    drawing = Drawing("one", (LIGHT, DARK))
    said = drawing.told_in_turn([f"Gent{PART}Brugge", "Aalst"])["data_said"]
    assert said.split(PART) == ["Gent Brugge", "Aalst"]
    assert drawing.told_in_turn(["", ""]) == {}


def test_a_drawing_for_the_screen_begins_as_a_block_and_has_no_empty_line() -> None:
    for one in figures():
        said = on_screen(one)
        assert said.startswith("<div ") and "\n" not in said


def test_words_of_rows_stay_words_on_the_screen_too() -> None:
    wild = '"><script>alert(1)</script>'
    one = deepcopy(figures()[0])
    trace = next(trace for trace in one["data"] if trace.get("text") and trace["mode"] == "lines")
    trace["text"] = [wild for _ in trace["text"]]
    said = on_screen(one)
    assert "<script" not in said and "&quot;&gt;&lt;script&gt;" in said
    assert "<script" not in svg_of(one, Drawing("one", palette.on_screen()), wild)
