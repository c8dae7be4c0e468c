"""The small pictures: from zero, gaps left open, the same said in words, everything escaped."""

import re
from xml.etree import ElementTree

import pytest

from dashboards.svg.ranges import Scale, range_dot, scale_marks
from dashboards.svg.spark import spark
from dashboards.svg.staff import FteScale, fte_marks, need_beside_staff, two_rules
from dashboards.svg.trend import trend_line


def test_a_scale_holds_its_amounts_and_hundred():
    scale = Scale.over([61.0, 88.0])
    assert (scale.low, scale.high) == (50, 110)
    assert scale.place(50) == "0.00%"
    assert scale.place(110) == "100.00%"


def test_the_range_and_the_dot_stand_at_their_amounts():
    picture = range_dot(80, 120, 90, Scale(50, 150), "words", is_apart=False)
    root = ElementTree.fromstring(picture)
    bar = root.findall("line")[1]
    assert (bar.get("x1"), bar.get("x2")) == ("30.00%", "70.00%")
    assert root.find("circle").get("cx") == "40.00%"


def test_apart_and_not_distinguishable_look_different():
    scale = Scale(50, 150)
    assert range_dot(80, 90, 85, scale, "w", True) != range_dot(80, 90, 85, scale, "w", False)


@pytest.mark.parametrize("words", ['<script>alert("x")</script>', "O'Brien & <b>", '" onload="x'])
def test_words_cannot_break_out_of_a_picture(words):
    for picture in (
        range_dot(80, 90, 85, Scale(50, 150), words, True),
        trend_line([1, 2], words, watermark=words),
        scale_marks(Scale(50, 150), words, words),
        need_beside_staff(10, 12, 11, 14, FteScale(20), words),
        two_rules(3, 4, FteScale(5), words),
        fte_marks(FteScale(20), words, (words, words), words),
        spark([1, 2], words, 3),
    ):
        root = ElementTree.fromstring(picture)
        assert root.get("aria-label") == words
        assert root.find("title").text == words
        assert {element.tag for element in root.iter()} <= {
            "svg",
            "title",
            "line",
            "rect",
            "circle",
            "text",
            "g",
            "polyline",
        }


def test_the_watermark_is_part_of_the_picture():
    assert "synthetic" in ElementTree.fromstring(trend_line([1, 2], "w", "synthetic")).find("text").text
    assert ElementTree.fromstring(trend_line([1, 2], "w")).find("text") is None
    assert any(
        mark.text == "synthetic"
        for mark in ElementTree.fromstring(scale_marks(Scale(50, 150), "w", "synthetic")).findall("text")
    )


def test_a_trend_starts_at_zero_and_marks_its_last_point():
    root = ElementTree.fromstring(trend_line([0, 50, 100], "w"))
    points = root.find("g/polyline").get("points").split()
    heights = [float(point.split(",")[1]) for point in points]
    base = float(root.find("line").get("y1"))
    assert heights[0] == base
    assert heights[1] == pytest.approx((heights[0] + heights[2]) / 2)
    assert root.find("circle").get("cy") == points[-1].split(",")[1]


def test_a_gap_is_left_open_and_is_no_zero():
    picture = trend_line([1, 2, None, 2, 1], "w")
    assert len(re.findall("<polyline", picture)) == 2


def test_without_any_amount_there_is_no_picture():
    assert trend_line([None, None], "w") == ""
    assert trend_line([], "w") == ""


def test_all_zero_is_a_picture():
    assert "<polyline" in trend_line([0, 0, 0], "w")


@pytest.mark.parametrize(
    ("most", "high"), [(105.9, 120), (82.7, 84), (100, 100), (0.3, 0.3), (7.21, 7.4), (0, 1)]
)
def test_a_scale_of_staff_begins_at_nought_and_holds_the_most(most, high):
    scale = FteScale.over([most] if most else [])
    assert scale.high == pytest.approx(high)
    assert scale.place(0) == "0.00%"


def test_staff_is_a_bar_from_nought_and_need_a_dot_in_its_range():
    root = ElementTree.fromstring(need_beside_staff(10, 12, 11, 14, FteScale(20), "words"))
    assert (root.find("rect").get("x"), root.find("rect").get("width")) == ("0", "50.00%")
    assert (root.find("line").get("x1"), root.find("line").get("x2")) == ("55.00%", "70.00%")
    assert root.find("circle").get("cx") == "60.00%"


def test_the_two_rules_are_a_ring_and_a_dot():
    ring, dot = ElementTree.fromstring(two_rules(5, 15, FteScale(20), "words")).findall("circle")
    assert (ring.get("cx"), dot.get("cx")) == ("25.00%", "75.00%")
    assert "var(--mw-ground)" in ring.get("style").split("stroke")[0]
    assert "fill:var(--mw-1)" in dot.get("style")


def test_a_small_line_runs_from_zero_to_its_own_highest_or_to_the_level():
    def heights(picture: str) -> list[float]:
        points = ElementTree.fromstring(picture).find("polyline").get("points").split()
        return [float(point.split(",")[1]) for point in points]

    assert heights(spark([0, 5, 10], "w")) == [23.0, 13.0, 3.0]
    assert heights(spark([0, 5, 10], "w", level=20)) == [23.0, 18.0, 13.0]
    assert heights(spark([0, 0], "w")) == [23.0, 23.0]
    lines = ElementTree.fromstring(spark([1, 2], "w", level=2)).findall("line")
    assert [float(line.get("y1")) for line in lines] == [23.0, 3.0]
    assert spark([], "w") == ""
    assert "polyline" in spark([7], "w")
