"""Ranges over schemes and bands of weights that are off: every end in figures, none outside the figure."""

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboards.charts import band_groups, bands, ranges
from tests.dashboards.drawn import NAMES, REAL, SYNTHETIC, WORDS, schemes, texts, two_bands


def test_range_of_an_office_spans_all_its_schemes_in_the_fixed_order() -> None:
    figure = ranges.schemes_ranges(schemes(), NAMES, REAL, WORDS)
    spans, others, chosen = figure["data"]
    assert spans["x"] == [95.0, 120.0, None, 130.0, 130.0, None]
    assert (chosen["x"], chosen["y"]) == ([95.0, 130.0], ["Aalst", "Halle"])
    assert others["x"] == [120.0]
    assert figure["layout"]["yaxis"]["categoryarray"] == ["Zele", "Halle", "Aalst"]
    assert "<i>no figure</i>" in texts(figure), "Zele has none, and says so"


def test_bands_lie_in_each_other_with_one_dot_and_the_outer_ends_in_figures() -> None:
    drawn = bands.percentage_bands(two_bands(), SYNTHETIC, WORDS)
    *levels, dots = drawn["data"]
    assert [level["x"] for level in levels] == [[80, 120, None, 99.5, 100.5, None], [95, 105, None]]
    assert (dots["x"], dots["y"]) == ([100, 100], ["Probation", "Report"]), "no capacity, no row"
    assert {"80,0–120,0\u202f%", "99,5–100,5\u202f%"} <= set(texts(drawn)), "a narrow band gets a decimal"


def test_groups_of_bands_stand_apart_each_on_a_scale_of_its_own() -> None:
    far = pl.DataFrame({"name": ["End"], "low_pct": [18.2], "mid_pct": [26.8], "high_pct": [26.8]})
    drawn = band_groups.grouped_bands({"Now": two_bands(), "Later": far}, SYNTHETIC, WORDS)
    layout = drawn["layout"]
    assert go.Figure(drawn).layout.height > 200
    assert layout["xaxis"]["range"] == [80, 120] and layout["xaxis2"]["range"] == [10, 30]
    assert layout["yaxis2"]["domain"][1] < layout["yaxis"]["domain"][0]
    assert [shape["xref"] for shape in layout["shapes"]] == ["x"], "100 % is not on the scale of the second"
    assert [texts(drawn).count(said) for said in ("<b>Now</b>", "<b>Later</b>", "synthetisch")] == [1, 1, 1]
    assert drawn["data"][-1]["xaxis"] == "x2" and drawn["data"][-1]["x"] == [26.8]


@pytest.mark.parametrize(
    ("ends", "anchor"), [((20, 105), "right"), ((96, 180), "left"), ((80, 120), "center")]
)
def test_words_over_the_mark_stay_inside_the_figure(ends: tuple[int, int], anchor: str) -> None:
    frame = pl.DataFrame({"name": ["a"], "low_pct": [ends[0]], "mid_pct": [100], "high_pct": [ends[1]]})
    mark = bands.percentage_bands(frame, REAL, WORDS)["layout"]["annotations"][0]
    assert mark["xanchor"] == anchor


def test_each_scheme_has_its_percentage_in_figures() -> None:
    drawn = ranges.schemes_dots(schemes().filter(pl.col("part_id") == "A"), REAL, WORDS)
    known = schemes().filter(pl.col("part_id") == "A")["workload_pct"].drop_nulls()
    assert {f"{pct:.0f}%" for pct in known} <= set(texts(drawn))
