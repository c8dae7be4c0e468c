"""Charts of a waiting list: what was ends where bands begin, bands go round, and lines have their names."""

from datetime import date

import polars as pl
import pytest
from plotly.graph_objects import Figure

from dashboards.charts.queue import as_now, band_lines, two_lines, with_chosen
from dashboards.charts.style import Look

WORDS = {"was": "as it was", "unit": "cases", "quiet": "target: 5", "without": "without"}
DAYS = [date(2026, month, 28) for month in (3, 4, 5, 6)]
ROWS = pl.DataFrame(
    {
        "month_end_on": DAYS,
        "was": [9.0, 8.0, None, None],
        "as_now_low": [None, 8.0, 7.0, 6.0],
        "as_now": [None, 8.0, 8.0, 8.0],
        "as_now_high": [None, 8.0, 9.0, 10.0],
        "chosen_low": [None, 8.0, 2.0, 1.0],
        "chosen": [None, 8.0, 3.0, 2.0],
        "chosen_high": [None, 8.0, 4.0, 3.0],
    },
    strict=False,
)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_bands_go_round_and_the_middle_begins_where_the_past_ends(language: str) -> None:
    bands = [as_now("as now"), with_chosen("chosen")]
    drawn = band_lines(ROWS, bands, Look(language, "synthetic"), WORDS, quiet=5)
    Figure(drawn)  # Plotly checks every property
    area, _, middle, chosen, was = drawn["data"]
    assert area["y"] == [8, 7, 6, 10, 9, 8]
    assert area["x"] == [*(day.isoformat() for day in DAYS[1:]), *(day.isoformat() for day in DAYS[:0:-1])]
    assert middle["x"][0] == DAYS[1].isoformat() and middle["y"] == [8, 8, 8]
    assert chosen["y"] == [8, 3, 2]
    assert [one for one in was["y"] if one is not None] == [9, 8]
    assert any(mark["text"] == "target: 5" for mark in drawn["layout"]["annotations"])
    assert len(drawn["layout"]["shapes"]) == 1
    assert drawn["layout"]["yaxis"]["rangemode"] == "tozero"


def test_a_percentage_need_not_begin_at_nothing_and_a_target_need_not_be() -> None:
    drawn = band_lines(ROWS, [as_now("as now")], Look(), WORDS, from_zero=False)
    assert drawn["layout"]["yaxis"]["rangemode"] == "normal"
    assert drawn["layout"]["shapes"] == []


def test_two_lines_are_named_in_their_colours() -> None:
    rows = pl.DataFrame({"month_end_on": DAYS, "was": [4.0, 3, 2, 1], "without": [4.0, 5, 6, 7]})
    drawn = two_lines(rows, Look("nl"), WORDS)
    Figure(drawn)
    assert [trace["y"] for trace in drawn["data"]] == [[4, 3, 2, 1], [4, 5, 6, 7]]
    (named,) = [mark["text"] for mark in drawn["layout"]["annotations"]]
    assert "as it was" in named and "without" in named
