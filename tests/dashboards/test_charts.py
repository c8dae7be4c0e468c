"""Every figure is valid, uses the palette alone, marks new weights and carries the word for invented rows."""

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboards.charts import bands, bars, heat, palette, ranges, small_multiples, trends
from dashboards.charts.style import Look
from tests.dashboards.drawn import (
    CHANGED_ON,
    MONTHS,
    NAMES,
    REAL,
    SYNTHETIC,
    WORDS,
    flow,
    months_of_offices,
    schemes,
    texts,
    two_bands,
)


@pytest.fixture
def months() -> pl.DataFrame:
    return months_of_offices()


def _every_figure(months: pl.DataFrame, look: Look) -> list[dict]:
    published = months.select("part_id", period_last_on="month_start_on", published_value="workload_pct")
    amounts = months.select(panel="part_id", day="month_start_on", amount="workload_pct")
    units = months.filter(pl.col("part_id") == "A").select(
        "month_start_on",
        workload_units_avg="workload_pct",
        capacity_units_avg="workload_pct",
        contract_fte_avg="workload_pct",
        available_fte_avg="workload_pct",
    )
    weeks = pl.DataFrame({"counted_on": MONTHS, "waiting_cases": range(24), "uncovered_cases": [1] * 24})
    said = {word: word for word in ("workload", "capacity", "contract", "available", "fte", "unit")}
    return [
        small_multiples.workload_panels(months, NAMES, look, WORDS),
        small_multiples.amounts_panels(amounts, NAMES, look, WORDS),
        small_multiples.published_panels(published, published.head(1), NAMES, look, {"to_check": "check"}),
        heat.workload_heat(months, NAMES, look, WORDS),
        trends.workload_trend(months, NAMES, "A", look, []),
        trends.units_trend(units, look, said),
        trends.backlog_trend(weeks, look, {"waiting": "w", "uncovered": "u", "cases": "c"}),
        bars.flow_bars(flow(), look, {"in": "in", "out": "out", "started": "st", "so_far": "so far"}),
        *_figures_of_changes(months, amounts, units, weeks, look, said),
        bars.count_bars(pl.DataFrame({"band": ["a", "b"], "cases": [0, 3]}), look, {"cases": "cases"}),
        bands.percentage_bands(two_bands(), look, WORDS),
        ranges.schemes_ranges(schemes(), NAMES, look, WORDS),
        ranges.schemes_dots(schemes().filter(pl.col("part_id") == "A"), look, WORDS),
    ]


def _figures_of_changes(months, amounts, units, weeks, look: Look, said: dict) -> list[dict]:
    """Every trend with one day of new weights in it."""
    flowing = {"in": "in", "out": "out", "started": "st", "so_far": "so far"}
    waiting = {"waiting": "w", "uncovered": "u", "cases": "c"}
    return [
        small_multiples.workload_panels(months, NAMES, look, WORDS, [CHANGED_ON]),
        small_multiples.amounts_panels(amounts, NAMES, look, WORDS, changes=[CHANGED_ON]),
        heat.workload_heat(months, NAMES, look, WORDS, [CHANGED_ON]),
        trends.units_trend(units, look, said, [CHANGED_ON]),
        trends.backlog_trend(weeks, look, waiting, [CHANGED_ON]),
        bars.flow_bars(flow(), look, flowing, [CHANGED_ON]),
    ]


def _upright(figure: dict) -> list[float | str]:
    """Where lines stand upright in a figure, as shapes or as the parts of a trace."""
    shapes = [shape["x0"] for shape in figure["layout"]["shapes"] if "dash" in shape["line"]]
    dashed = [trace for trace in figure["data"] if trace.get("line", {}).get("dash") == "dashdot"]
    return shapes + [x for trace in dashed for x in trace["x"][::3]]


def test_every_figure_is_one_that_plotly_accepts(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, REAL):
        assert go.Figure(figure).layout.height > 100


def test_every_figure_of_invented_rows_says_so_and_no_other_does(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, SYNTHETIC):
        assert texts(figure).count("synthetisch") == 1
    for figure in _every_figure(months, REAL):
        assert "synthetisch" not in texts(figure) and "" not in texts(figure)


def test_no_figure_has_a_second_axis_over_the_first(months: pl.DataFrame) -> None:
    for figure in _every_figure(months, REAL):
        for name, axis in figure["layout"].items():
            assert not (name.startswith(("xaxis", "yaxis")) and "overlaying" in axis)


def test_every_figure_uses_the_palette_alone(months: pl.DataFrame) -> None:
    known = set(palette.placeholders())
    for figure in _every_figure(months, REAL):
        for trace in figure["data"]:
            for mark in (
                trace.get("line", {}),
                trace.get("marker", {}),
                trace.get("marker", {}).get("line", {}),
            ):
                assert mark.get("color", palette.BLUE) in known


def test_every_trend_marks_a_day_of_new_weights_and_none_without(months: pl.DataFrame) -> None:
    every = _every_figure(months, REAL)
    marked = [figure for figure in every if _upright(figure)]
    assert len(marked) == 6
    for figure in marked[:2]:
        assert len(_upright(figure)) == len(NAMES), "in every panel"
    for figure in marked[2:]:
        assert _upright(figure) == [CHANGED_ON.isoformat()]


def test_units_have_two_panels_each_from_zero_on_one_axis(months: pl.DataFrame) -> None:
    figure = _every_figure(months, REAL)[5]
    assert [trace.get("yaxis") for trace in figure["data"]] == ["y", "y", "y2", "y2"]
    for axis in ("yaxis", "yaxis2"):
        assert figure["layout"][axis]["rangemode"] == "tozero"
    assert figure["layout"]["yaxis"]["domain"][0] > figure["layout"]["yaxis2"]["domain"][1]


@pytest.mark.parametrize(("language", "mark"), [("en", ".,"), ("nl", ",.")])
def test_numbers_follow_the_reader(months: pl.DataFrame, language: str, mark: str) -> None:
    figure = small_multiples.workload_panels(months, NAMES, Look(language), WORDS)
    assert figure["layout"]["separators"] == mark
    assert any(text.endswith("113%" if language == "en" else "113\u202f%") for text in texts(figure))
