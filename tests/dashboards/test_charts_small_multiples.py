"""Small panels and the heat map: an office each, on one scale, and words where there is no figure."""

from datetime import date

import polars as pl
import pytest

from dashboards.charts import heat, small_multiples
from tests.dashboards.drawn import MONTHS, NAMES, REAL, WORDS, months_of_offices, texts


@pytest.fixture
def months() -> pl.DataFrame:
    return months_of_offices()


def test_office_before_its_opening_has_words_and_no_zero(months: pl.DataFrame) -> None:
    for figure in (
        small_multiples.workload_panels(months, NAMES, REAL, WORDS),
        heat.workload_heat(months, NAMES, REAL, WORDS),
    ):
        assert texts(figure).count("<i>not open yet</i>") == 1
    cells = heat.workload_heat(months, NAMES, REAL, WORDS)["data"][0]["z"]
    assert cells[1] == [None] * 18 + [105.0] * 6


def test_office_without_any_row_says_no_figure(months: pl.DataFrame) -> None:
    figure = small_multiples.workload_panels(months, NAMES | {"N": "Ninove"}, REAL, WORDS)
    assert "<b>Ninove</b>" in texts(figure) and "<i>no figure</i>" in texts(figure)


def test_work_without_capacity_is_a_cross_and_not_a_blank(months: pl.DataFrame) -> None:
    crosses = heat.workload_heat(months, NAMES, REAL, WORDS)["data"][1]
    assert (crosses["x"], crosses["y"]) == (["2024-01-01"], ["Zele"])


def test_panels_stand_in_the_given_order_whatever_the_rows(months: pl.DataFrame) -> None:
    shuffled = months.sample(fraction=1, shuffle=True, seed=1)
    names = [
        text
        for text in texts(small_multiples.workload_panels(shuffled, NAMES, REAL, WORDS))
        if text.startswith("<b>")
    ]
    assert names == ["<b>Aalst</b><br>113%", "<b>Halle</b><br>105%", "<b>Zele</b><br>80%"]


def test_panels_share_one_scale_and_lines_stop_at_its_edge() -> None:
    rows = [("A", MONTHS[place % 24], 100.0 + place % 10) for place in range(24)] * 10
    outlier = [("Z", MONTHS[0], 100.0), ("Z", MONTHS[1], 400.0)]
    frame = pl.DataFrame(rows + outlier, schema=("part_id", "month_start_on", "workload_pct"), orient="row")
    assert small_multiples.panels_scale(frame) == (90, 110)
    line = small_multiples.workload_panels(frame, {"Z": "Zele"}, REAL, WORDS)["data"][1]
    whole = small_multiples.workload_panels(
        frame.filter(pl.col("workload_pct") < 120), {"A": "Aalst"}, REAL, WORDS
    )["data"][1]
    assert max(y for y in line["y"] if y is not None) <= 0 and line["text"][1].endswith("<b>400%</b>")
    assert max(y for y in whole["y"] if y is not None) < max(y for y in line["y"] if y is not None)


def test_published_series_runs_from_zero_to_its_own_highest_and_marks_jumps() -> None:
    when = [date(year, 1, 1) for year in (2020, 2021, 2022)]
    frame = pl.DataFrame(
        {
            "part_id": ["A"] * 3 + ["Z"] * 3,
            "period_last_on": when * 2,
            "published_value": [1.0, 2, 4, 1000, 2000, 4000],
        }
    )
    breaks = frame.filter(pl.col("part_id") == "Z").tail(1)
    figure = small_multiples.published_panels(
        frame, breaks, {"A": "Aalst", "Z": "Zele"}, REAL, {"to_check": "check"}
    )
    reference, line, marks = figure["data"]
    small, large = line["y"][:3], line["y"][4:7]
    assert small == pytest.approx(large), "both panels use their own scale"
    assert (small[2] - reference["y"][0]) == pytest.approx(4 * (small[0] - reference["y"][0])), "from zero"
    assert (marks["x"], marks["y"]) == ([line["x"][6]], [large[2]]) and "check" in marks["text"][0]
