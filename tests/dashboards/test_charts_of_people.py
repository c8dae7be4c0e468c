"""Pictures of surveys, months and incidents: a row has its figure or says why not, limits are in place."""

from datetime import date

import plotly.graph_objects as go
import polars as pl
import pytest

from analysis.control import chart
from dashboards.charts import palette
from dashboards.charts.beside import beside_load
from dashboards.charts.control import control_panels
from dashboards.charts.interval_rows import interval_rows
from dashboards.charts.style import Figure, Look
from tests.dashboards.drawn import REAL, SYNTHETIC, texts

NAMES = {"A": "Aalst", "B": "Beveren", "C": "Condroz"}
WORDS = {"amount": "share", "none": "too few", "before": "earlier", "whole": "all: 40%"}


def _rows(look: Look, *, is_share: bool = True, highest: float = 52.0) -> Figure:
    frame = pl.DataFrame(
        [("A", 40.0, 30.0, highest, 35.0), ("C", 20.0, 12.0, 31.0, None)],
        schema=["row", "amount", "lower", "upper", "before"],
        orient="row",
    )
    return interval_rows(frame, NAMES, look, WORDS, 40 if is_share else None, is_share=is_share)


def _control(look: Look) -> Figure:
    months = pl.date_range(date(2025, 1, 1), date(2026, 8, 1), "1mo", eager=True)
    values = [5.0, 8.0] * 9 + [5.0, 30.0]
    charted = chart(values, screening="once").with_columns(months.alias("month_start_on"), panel=pl.lit("A"))
    words = {"mean": "mean", "limits": "limits", "outside": "outside", "run": "run"}
    return control_panels(charted, {"A": "Leavers"}, look, words, {"A": look.number})


def _beside(look: Look) -> Figure:
    frame = pl.DataFrame(
        [("A", True, 95.0, 40.0, 30.0, 52.0), ("B", False, 120.0, 20.0, 12.0, 31.0)],
        schema=["name", "is_last", "workload_pct", "share_pct", "lower_pct", "upper_pct"],
        orient="row",
    )
    return beside_load(frame, look, {"last": "last", "earlier": "before", "across": "load", "up": "share"})


@pytest.mark.parametrize("draw", [_rows, _control, _beside])
def test_every_figure_is_valid_in_the_palette_and_says_synthetic_once(draw) -> None:
    for look in (REAL, SYNTHETIC):
        figure = draw(look)
        assert go.Figure(figure).layout.height > 90
        assert texts(figure).count("synthetisch") == (1 if look is SYNTHETIC else 0)
        marks = [trace.get(one, {}) for trace in figure["data"] for one in ("line", "marker")]
        assert {mark.get("color", palette.BLUE) for mark in marks} <= set(palette.placeholders())


def test_a_row_without_a_figure_says_why_and_every_other_says_its_ends() -> None:
    notes = [one["text"] for one in _rows(REAL)["layout"]["annotations"]]
    assert notes.count("<i>too few</i>") == 1 and notes.index("<i>too few</i>") == notes.index("Beveren") + 1
    assert sum("30–52" in one.replace("\u202f%", "").replace("%", "") for one in notes) == 1
    dots = [trace for trace in _rows(REAL)["data"] if trace["mode"] == "markers"]
    assert [dot["x"] for dot in dots] == [[35.0], [40.0, 20.0]], "what was before lies under what is"


def test_the_scale_begins_at_nothing_and_a_share_ends_at_all() -> None:
    assert _rows(REAL)["layout"]["xaxis"]["range"] == [0, 60]
    assert _rows(REAL, highest=98.0)["layout"]["xaxis"]["range"] == [0, 100]
    assert _rows(REAL, is_share=False, highest=118.0)["layout"]["xaxis"]["range"] == [0, 120]


def test_a_month_outside_its_limits_is_marked_and_no_other_is() -> None:
    outside, run = [
        trace for trace in _control(REAL)["data"] if trace["marker" if "marker" in trace else "mode"]
    ][-2:]
    assert outside["marker"]["symbol"] == "diamond" and len(outside["x"]) == 1
    assert run["marker"]["symbol"] == "diamond-open" and run["x"] == []
    assert "30" in outside["text"][0] and "Aug 2026" in outside["text"][0].replace("aug", "Aug")


def test_beside_load_there_is_no_line_through_the_dots() -> None:
    traces = _beside(REAL)["data"]
    lines = [trace for trace in traces if trace["mode"] == "lines"]
    assert len(lines) == 1 and lines[0]["x"] == [95.0, 95.0, None], "the interval of a dot alone"
