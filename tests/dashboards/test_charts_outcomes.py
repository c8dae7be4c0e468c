"""Pictures of Outcomes: lines by age keep their order and their band, a funnel names what lies outside."""

from itertools import pairwise

import plotly.graph_objects as go
import polars as pl

from dashboards.charts import palette
from dashboards.charts.by_age import ending_lines
from dashboards.charts.funnel import funnel
from dashboards.charts.style import Figure, Look
from tests.dashboards.drawn import REAL, SYNTHETIC, texts

WORDS = {"months": "months", "axis": "months after", "unit": "conditions", "target": "all: 60%"}
WORDS |= {name: name for name in ("inside", "outside", "inner", "outer")}
NAMES = {"completed": "Completed", "revoked": "Revoked", "": "Still open"}


def _lines(look: Look) -> Figure:
    rows = [("completed", age, 2.0 * age, age, 3.0 * age) for age in range(25)]
    rows += [("revoked", age, 0.5 * age, 0.2 * age, age) for age in range(25)]
    rows += [("", age, 100 - 2.5 * age, None, None) for age in range(25)]
    names = ["ending", "age_months", "share_pct", "lower_pct", "upper_pct"]
    return ending_lines(pl.DataFrame(rows, schema=names, orient="row"), NAMES, look, WORDS)


def _funnel(look: Look, chosen: str = "C") -> Figure:
    parts = pl.DataFrame(
        [
            ("A", "Aalst", 40, 61.0, False),
            ("B", "Beveren", 90, 40.0, True),
            ("C", "Condroz", 20, 55.0, False),
        ],
        schema=["part_id", "part_name", "denominator", "share_pct", "is_outside"],
        orient="row",
    )
    sizes = [10.0, 50.0, 100.0]
    limits = {"inner_lower": [30, 48, 52], "inner_upper": [88, 74, 68]}
    limits |= {"outer_lower": [15, 40, 46], "outer_upper": [99, 80, 74]}
    curves = pl.DataFrame({"size": sizes} | {name: map(float, one) for name, one in limits.items()})
    return funnel(parts, curves.with_columns(target=pl.lit(60.0)), chosen, look, WORDS)


def test_every_figure_is_valid_in_the_palette_and_says_synthetic_once() -> None:
    for look in (REAL, SYNTHETIC):
        for figure in (_lines(look), _funnel(look)):
            assert go.Figure(figure).layout.height > 90
            assert texts(figure).count("synthetisch") == (1 if look is SYNTHETIC else 0)
            colours = [
                trace.get(mark, {}).get("color", palette.BLUE)
                for trace in figure["data"]
                for mark in ("line", "marker")
            ]
            assert set(colours) <= set(palette.placeholders())


def test_ways_of_ending_have_a_band_and_what_is_open_has_none() -> None:
    drawn = _lines(REAL)["data"]
    bands = [trace for trace in drawn if trace.get("fill")]
    assert len(bands) == 2 and len(drawn) == 5
    assert bands[0]["y"][1] == 1 and bands[0]["y"][-2] == 3, "along the lower end and back along the upper"
    assert [trace["name"] for trace in drawn if "name" in trace] == list(NAMES.values())


def test_what_lines_end_with_is_written_apart() -> None:
    ends = [one for one in _lines(REAL)["layout"]["annotations"] if one.get("xanchor") == "left"][1:]
    at = sorted(one["y"] for one in ends)
    assert len(at) == 3 and min(high - low for low, high in pairwise(at)) > 5


def test_a_funnel_names_the_chosen_part_and_those_outside_and_no_other() -> None:
    said = texts(_funnel(REAL))
    assert "Beveren" in said and "Condroz" in said and "Aalst" not in said
    assert "Condroz" not in texts(_funnel(REAL, chosen="service"))
    dots = [trace for trace in _funnel(REAL)["data"] if trace["mode"] == "markers"]
    assert [(dot["marker"]["symbol"], dot["x"]) for dot in dots] == [("circle", [40, 20]), ("diamond", [90])]


def test_limits_are_drawn_only_where_the_scale_reaches() -> None:
    figure = _funnel(REAL)
    low, high = figure["layout"]["yaxis"]["range"]
    limits = [trace for trace in figure["data"] if trace["mode"] == "lines"]
    assert len(limits) == 4
    assert all(low <= value <= high for trace in limits for value in trace["y"])
