"""Rows over years: each on its own scale, gaps left open, marks on every row, everything escaped."""

from datetime import date
from xml.etree import ElementTree

import pytest

from dashboards.svg.over_years import Clock, Line, Mark, Row, rows_over_years

MONTHS = [date(2024, month, 1) for month in range(1, 7)]


def drawn(amounts, months=MONTHS, *, marks=(), compared=(), level=None, words="w") -> ElementTree.Element:
    line = Line(words, amounts, words)
    row = Row(words, words, [line, line], 0, 100, words, words, level)
    html = rows_over_years([row], Clock(months, marks, compared), words, words, words)
    return ElementTree.fromstring(html)


def points(tree: ElementTree.Element) -> list[list[tuple[float, float]]]:
    return [
        [tuple(map(float, point.split(","))) for point in one.get("points").split()]
        for one in tree.iter("polyline")
    ]


def test_amounts_stand_between_the_ends_of_their_scale() -> None:
    run, _ = points(drawn([0, 50, 100, 0, 0, 0]))
    heights = [y for _, y in run]
    assert heights[0] > heights[1] > heights[2] and heights[1] == pytest.approx((heights[0] + heights[2]) / 2)
    assert run[0][0] == 0 and run[-1][0] == 1000


def test_a_month_unknown_or_without_a_row_is_a_gap() -> None:
    assert len(points(drawn([1, 2, None, 2, 1, 1]))) == 2 * 2
    assert len(points(drawn([1, 2, 2, 1], [*MONTHS[:2], *MONTHS[4:]]))) == 2 * 2


def test_marks_stand_on_their_day_and_beyond_the_last_month_on_the_edge() -> None:
    marks = [Mark(date(2024, 3, 16), "law", "1"), Mark(date(2024, 6, 30), "series_break", "2")]
    tree = drawn([1] * 6, marks=marks)
    uprights = [one for one in tree.iter("line") if one.get("y1") == "0.0"]
    across = [float(one.get("x1")) for one in uprights]
    assert across == [pytest.approx(1000 * 75 / 152, abs=0.1), 1000]
    assert uprights[0].get("stroke-dasharray") != uprights[1].get("stroke-dasharray")
    assert [text.text for text in tree.iter("text")][:2] == ["1", "2"]


def test_months_compared_have_a_dot_on_every_line() -> None:
    tree = drawn([1] * 6, compared=[MONTHS[0], MONTHS[-1]])
    dots = [
        one for one in tree.iter("line") if one.get("x1") == one.get("x2") and one.get("y1") == one.get("y2")
    ]
    assert len(dots) == 2 * 2


def test_the_amounts_at_the_end_stand_as_the_lines_end() -> None:
    lines = [Line("low", [9, 1, None], "one"), Line("high", [0, 0, 7], "seven")]
    row = Row("w", "w", lines, 0, 10, "0", "10")
    tree = ElementTree.fromstring(rows_over_years([row], Clock(MONTHS[:3]), "w", "w"))
    ends = next(one for one in tree.iter("div") if one.get("class") == "mw-last")
    assert [span.text for span in ends] == ["seven", "one"]


def test_years_are_as_many_as_there_is_room_for() -> None:
    months = [date(year, month, 1) for year in range(1990, 2026) for month in range(1, 13)]
    years = [text.text for text in drawn([1] * len(months), months).iter("text")]
    assert years[0] == "1990" and 5 < len(years) <= 9


@pytest.mark.parametrize("words", ['<script>alert("x")</script>', "O'Brien & <b>", '" onload="x'])
def test_words_cannot_break_out(words: str) -> None:
    tree = drawn([1] * 6, words=words)
    assert {one.tag for one in tree.iter()} <= {
        *("div", "figure", "figcaption", "b", "span"),
        *("svg", "title", "line", "text", "g", "polyline"),
    }
    assert all(svg.get("aria-label") == words for svg in tree.iter("svg"))
    assert not any("onload" in one.attrib for one in tree.iter())
