"""The pictures of Why it grew: lines from 100, staircases that arrive, bars of one scale."""

from datetime import date

import polars as pl
import pytest

from dashboards.charts import growth, palette
from dashboards.charts.style import Look
from tests.dashboards.drawn import REAL, SYNTHETIC, texts

PARTS = [("came", 30.0), ("left", -10.0), ("heavier", 5.5)]
ENDS = ("June 2020", "June 2026")
OFFICES = [("Gent", {"came": 20.0, "stayed": -10.0}), ("Halle", {"came": 40.0, "stayed": 0.0})]
CAUSES = {"came": "came in", "stayed": "stayed"}


def words(amount: float) -> str:
    return f"{amount:g}"


def steps(start: float = 100, parts=PARTS, look: Look = REAL) -> dict:
    return growth.change_steps(start, parts, ENDS, look, words, words)


def index(look: Look = REAL) -> dict:
    months = [date(2020, month, 1) for month in range(1, 7)]
    rows = pl.DataFrame(
        {"month_start_on": months, "open": range(95, 101), "staff": [None] * 3 + [99, 101, 100]}
    )
    return growth.index_lines(rows, {"open": "open cases", "staff": "staff"}, look, [])


def test_the_staircase_begins_where_one_month_was_and_ends_where_the_other_was():
    (bars,) = steps()["data"]
    ends = [base + length for base, length in zip(bars["base"], bars["x"], strict=True)]
    assert (ends[0], ends[-1]) == (100, 125.5)
    assert bars["y"] == ["June 2020", "came", "left", "heavier", "June 2026"]


@pytest.mark.parametrize("start", [0, 3, 100, 10_000])
def test_each_step_begins_where_the_one_before_it_ended(start: float):
    (bars,) = steps(start)["data"]
    reached = start
    for base, length, (_, change) in zip(bars["base"][1:-1], bars["x"][1:-1], PARTS, strict=True):
        assert (base, base + length) == pytest.approx(tuple(sorted((reached, reached + change))))
        reached += change


def test_more_and_less_have_their_colours_and_their_numbers():
    figure = steps()
    assert figure["data"][0]["marker"]["color"][1:-1] == [palette.ORANGE, palette.BLUE, palette.ORANGE]
    assert {"<b>100</b>", "<b>30</b>", "<b>-10</b>", "<b>5.5</b>", "<b>125.5</b>"} <= set(texts(figure))


def test_small_steps_of_a_large_amount_are_drawn_large_enough():
    (bars,) = steps(10_000)["data"]
    assert bars["base"][0] > 9_000


@pytest.mark.parametrize("start", [10, 10_000])
def test_bars_that_do_not_begin_at_zero_are_marked_as_cut(start: float):
    figure = steps(start)
    is_cut = figure["data"][0]["base"][0] > 0
    assert growth.is_cut(figure) == is_cut == (start == 10_000)
    marks = [note for note in figure["layout"]["annotations"] if note["text"] == "<b>//</b>"]
    assert [mark["y"] for mark in marks] == (list(ENDS) if is_cut else [])


def test_every_office_has_a_bar_per_cause_on_one_scale():
    (bars,) = growth.office_steps(OFFICES, CAUSES, REAL, words)["data"]
    assert bars["y"] == ["Gent", "Halle", "Gent", "Halle"]
    gent, halle, gent_stayed, halle_stayed = bars["x"]
    assert halle == 2 * gent == -4 * gent_stayed and halle_stayed == 0
    assert bars["customdata"][0] == "Gent, came in: <b>20</b>"


def test_lines_are_named_where_they_end_apart_from_each_other():
    figure = index()
    assert [trace["name"] for trace in figure["data"]] == ["open cases", "staff"]
    heights = [note["y"] for note in figure["layout"]["annotations"] if "100</b>" in note["text"]]
    assert len(heights) == len(set(heights)) == 2


def test_an_amount_that_is_not_known_breaks_the_line():
    staff = index()["data"][1]
    assert staff["y"][:3] == [None] * 3 and staff["connectgaps"] is False


def test_invented_rows_are_marked_in_every_picture():
    for figure in (
        steps(look=SYNTHETIC),
        index(SYNTHETIC),
        growth.office_steps(OFFICES, CAUSES, SYNTHETIC, words),
    ):
        assert SYNTHETIC.synthetic_word in texts(figure)
    for figure in (steps(), index(), growth.office_steps(OFFICES, CAUSES, REAL, words)):
        assert SYNTHETIC.synthetic_word not in texts(figure)
