"""A figure drawn without a browser has every value where its axes say, and refuses what it cannot draw."""

import re
import xml.etree.ElementTree as ET
from copy import deepcopy
from dataclasses import replace

import polars as pl
import pytest

from dashboards.charts import growth, stacks
from dashboards.svg.figure import UnknownInFigureError, axes, bars, heat, lines
from tests.dashboards.drawn import MONTHS, REAL, SYNTHETIC, months_of_offices
from tests.dashboards.read_back import assert_is_read_back, drawn
from tests.dashboards.test_charts import _every_figure

PARTS = pl.DataFrame(
    [("a", "one", 4), ("a", "two", 6), ("b", "one", 1)], schema=["row", "part", "amount"], orient="row"
)


def figures() -> list[dict]:
    steps = [("more of them", 30.0), ("heavier", -12.5)]
    return [
        *_every_figure(months_of_offices(), SYNTHETIC),
        stacks.stacked_bars(
            PARTS, {"a": "A", "b": "B"}, {"one": "1", "two": "2"}, REAL, {"unit": "u", "none": "none"}
        ),
        growth.change_steps(1000, steps, ("2020", "2026"), REAL, REAL.number, REAL.number),
        growth.office_steps(
            [("Aalst", {"x": 3.0, "y": -1.0})], {"x": "cause", "y": "other"}, REAL, REAL.number
        ),
    ]


@pytest.mark.parametrize("place", range(len(figures())))
def test_every_value_can_be_read_back(place: int) -> None:
    assert_is_read_back(figures()[place])


@pytest.mark.parametrize("width", [358, 1296])
@pytest.mark.parametrize("place", range(len(figures())))
def test_every_value_can_be_read_back_from_a_screen_of_any_width(place: int, width: int) -> None:
    assert_is_read_back(figures()[place], width)


@pytest.mark.parametrize(
    ("room", "name", "wrong"),
    [
        (axes.Axis, "share", lambda axis, value: 1.01 * (value - axis.low) / (axis.high - axis.low)),
        (lines, "_runs", lambda trace, frame: [[point for run in RUNS(trace, frame) for point in run]]),
        (bars, "_placed", lambda *given: [replace(bar, end=0.99 * bar.end) for bar in PLACED(*given)]),
        (heat, "colour_at", lambda colours, share: colours[0][1]),
    ],
)
@pytest.mark.parametrize("width", [None, 358])
def test_the_reading_back_notices_what_is_drawn_elsewhere(
    monkeypatch, room, name: str, wrong, width: int | None
) -> None:
    monkeypatch.setattr(room, name, wrong)
    with pytest.raises(AssertionError):
        for one in figures():
            assert_is_read_back(one, width)


RUNS, PLACED = lines._runs, bars._placed


@pytest.mark.parametrize(
    ("where", "value", "said"),
    [
        (("data", 0, "type"), "pie", "trace 0: no trace of type 'pie' can be drawn"),
        (("data", 0, "stackgroup"), "one", "trace 0 (scatter): no property 'stackgroup' can be drawn"),
        (("data", 0, "mode"), "text", "trace 0 (scatter), mode: 'text' cannot be drawn"),
        (("data", 0, "line", "shape"), "hv", "trace 0 (scatter), line: no property 'shape' can be drawn"),
        (("layout", "title"), "Words", "layout: no property 'title' can be drawn"),
        (("layout", "xaxis", "type"), "log", "xaxis, type: 'log' cannot be drawn"),
        (("layout", "annotations", 0, "showarrow"), True, "annotations[0], showarrow: True cannot be drawn"),
        (("layout", "shapes"), [{"type": "rect"}], "shapes[0], type: 'rect' cannot be drawn"),
        (("data", 0, "y", 0), "heavy", "'heavy' is no value of an axis of kind linear"),
        (("data", 0, "hoverinfo"), None, "a trace says neither what the pointer is told nor "),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_not_left_out(where: tuple, value: object, said: str) -> None:
    one = deepcopy(figures()[1])
    held = one
    for step in where[:-1]:
        held = held[step]
    held[where[-1]] = value
    with pytest.raises(UnknownInFigureError, match=re.escape(said)):
        drawn(one)


def test_words_of_rows_stay_words() -> None:
    wild = '<script>alert("x")</script> & Co'
    one = stacks.stacked_bars(
        PARTS, {"a": wild, "b": "B"}, {"one": wild, "two": "2"}, REAL, {"unit": "u", "none": "none"}
    )
    said = drawn(one)
    root = ET.fromstring(said)
    assert "<script" not in said and not list(root.iter("script"))
    assert any(wild in "".join(text.itertext()) for text in root.iter("text"))
    assert any(wild in title.text for title in root.iter("title"))


def test_it_is_a_picture_with_words_for_who_cannot_see_it() -> None:
    root = ET.fromstring(drawn(figures()[0]))
    assert (root.get("role"), root.get("aria-label")) == ("img", "what is seen")
    assert root.get("viewBox") == f"0 0 695 {figures()[0]['layout']['height']}"


def test_colours_are_those_of_paper_and_no_placeholder_is_left() -> None:
    for one in figures():
        assert not re.search(r"#0000\d\d", drawn(one))


def ticks_of(figure: dict, axis: str) -> list[str]:
    root = ET.fromstring(drawn(figure))
    return ["".join(text.itertext()) for text in root.findall(f".//g[@class='ticks-{axis}']/text")]


def test_amounts_on_an_axis_are_round_and_written_as_the_reader_does() -> None:
    """Between 0 and 5,000 about five ticks."""
    months = pl.DataFrame({"month_start_on": MONTHS, "one": [200.0 * place for place in range(24)]})
    for look, expected in ((REAL, "2,000"), (SYNTHETIC, "2.000")):
        one = growth.index_lines(months, {"one": "One"}, look, [])
        one["layout"]["yaxis"]["rangemode"] = "tozero"
        assert ticks_of(one, "y") == [
            "0", expected.replace("2", "1"), expected, expected.replace("2", "3"), expected.replace("2", "4")
        ]  # fmt: skip


def test_a_point_between_gaps_is_a_dot() -> None:
    one = figures()[5]
    for trace in one["data"]:
        trace["y"] = [amount if place % 2 else None for place, amount in enumerate(trace["y"])]
    paths = ET.fromstring(drawn(one)).findall(".//path[@class='line']")
    assert {path.get("d").count("h0") for path in paths} == {12}
    assert {path.get("stroke-linecap") for path in paths} == {"round"}


def test_bars_of_several_traces_stand_beside_each_other_unless_they_are_stacked() -> None:
    one = stacks.stacked_bars(
        PARTS, {"a": "A", "b": "B"}, {"one": "1", "two": "2"}, REAL, {"unit": "u", "none": "none"}
    )
    del one["layout"]["barmode"]
    first, second = (
        [float(rect.get("y")) for rect in group.findall("rect")]
        for group in ET.fromstring(drawn(one)).findall("g[@data-trace]")
    )
    assert all(low < high for high, low in zip(first, second, strict=True))
