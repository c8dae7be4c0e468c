"""Figures of the backlog: in and out, ages, and the matrix of offices and kinds."""

import polars as pl

from dashboards.charts import bars, matrix
from dashboards.charts.style import Look
from tests.dashboards.drawn import REAL, flow


def test_flow_goes_up_and_down_from_zero_and_is_told_without_a_minus() -> None:
    words = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    figure = bars.flow_bars(flow(), REAL, words)
    into, out, started = figure["data"]
    assert (into["y"], out["y"], started["y"]) == ([10, 20, 3], [-12, 0, -1], [9, 19, 2])
    assert [count for _, count in out["customdata"]] == [12, 0, 1]
    assert not any("-" in text or "−" in text for text in figure["layout"]["yaxis"]["ticktext"])
    low, high = figure["layout"]["yaxis"]["range"]
    assert low == -high < -20


def test_month_that_still_runs_is_pale_and_says_so() -> None:
    words = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    into = bars.flow_bars(flow(), REAL, words)["data"][0]
    assert into["marker"]["opacity"][:2] == [1, 1] and into["marker"]["opacity"][2] < 1
    assert into["customdata"][2][0].endswith("(so far)") and "so far" not in into["customdata"][1][0]


def test_ages_keep_empty_bands_and_write_their_zero() -> None:
    frame = pl.DataFrame({"band": ["0 to 7 days", "over 180 days"], "cases": [0, 1234]})
    (trace,) = bars.count_bars(frame, Look("nl"), {"cases": "zaken"})["data"]
    assert trace["x"] == [0, 1234] and trace["text"] == ["0", "1.234"]


def test_matrix_shows_exact_counts_sums_and_dashes_and_escapes_names() -> None:
    frame = pl.DataFrame(
        {
            "part_id": ["A", "A", "Z"],
            "supervision_type": ["one", "two", "one"],
            "waiting_cases": [1200, 0, 3],
            "uncovered_cases": [0, 2, 1],
        }
    )
    words = {"caption": "c", "office": "o", "total": "all", "none": "–"}
    html = matrix.backlog_matrix(frame, {"A": "<b>A", "Z": "Z"}, {"one": "One", "two": "Two"}, words, str)
    rows = [part.split("</tr>")[0] for part in html.split("<tr>")[2:]]
    assert "&lt;b&gt;A" in rows[0] and "<b>A" not in html
    assert ">1200</td>" in rows[0] and ">–<small>+2</small></td>" in rows[0]
    assert ">1200<small>+2</small></td>" in rows[0], "the sum of the row"
    assert ">1203<small>+1</small></td>" in rows[2] and ">1203<small>+3</small></td>" in rows[2]
    assert rows[1].count("transparent") == 1, "a zero has no shade"
