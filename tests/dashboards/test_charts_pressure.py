"""Pictures of Pressure and cover: what is suppressed, and what is none, has words and no mark."""

from datetime import date

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboards.charts import palette, pressure, pressure_readings, stacks
from dashboards.charts.style import Look

REAL, SYNTHETIC = Look("en", ""), Look("nl", "synthetisch")
NAMES = {"A": "Aalst", "B": "Beveren", "C": "Condroz", "": "All offices"}
BOUNDS = {100.0: "above 100%", 110.0: "above 110%"}
WORDS = {"suppressed": "suppressed", "nobody": "nobody", "officers": "officers", "todays_weights": "today's"}
MONTHS = [date(2026, month, 1) for month in range(1, 7)]


@pytest.fixture
def groups() -> pl.DataFrame:
    """Aalst shown, Beveren suppressed, nobody in Condroz, and all together."""
    rows = [
        ("A", 100.0, 20, 10, 50.0, False),
        ("A", 110.0, 20, 5, 25.0, False),
        ("B", 100.0, None, None, None, True),
        ("B", 110.0, None, None, None, True),
        ("", 100.0, 40, 10, 25.0, False),
        ("", 110.0, 40, 5, 12.5, False),
    ]
    schema = {
        "group": pl.String,
        "threshold": pl.Float64,
        "people": pl.Int64,
        "people_over": pl.Int64,
        "share_pct": pl.Float64,
        "is_hidden": pl.Boolean,
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


@pytest.fixture
def months() -> pl.DataFrame:
    """Six months, the third of them suppressed."""
    return pl.DataFrame(
        [
            {
                "month_start_on": when,
                "threshold": bound,
                "share_pct": None if place == 2 else 10.0 + place,
                "share_now_pct": None if place == 2 else 10.0 + place,
            }
            for place, when in enumerate(MONTHS)
            for bound in BOUNDS
        ]
    )


PARTS = pl.DataFrame({"row": ["A", "A", "B"], "part": ["x", "y", "x"], "amount": [3, 0, 12]})


def _texts(figure: dict) -> str:
    return " ".join(annotation["text"] for annotation in figure["layout"]["annotations"])


def _stack(look: Look) -> dict:
    words = {"unit": "cases", "none": "none"}
    return stacks.stacked_bars(
        PARTS, {"A": "Aalst", "B": "Beveren", "C": "Condroz"}, {"x": "X", "y": "Y"}, look, words
    )


def test_every_figure_is_valid_in_the_palette_and_says_synthetic_once(groups, months) -> None:
    for look in (REAL, SYNTHETIC):
        for figure in (
            pressure.over_dots(groups, NAMES, BOUNDS, look, WORDS),
            pressure.over_trend(months, BOUNDS, look, WORDS),
            _stack(look),
        ):
            assert go.Figure(figure).layout.height > 90
            assert _texts(figure).count("synthetisch") == (1 if look is SYNTHETIC else 0)
            colours = [
                trace.get(mark, {}).get("color", palette.BLUE)
                for trace in figure["data"]
                for mark in ("line", "marker")
            ]
            assert set(colours) <= set(palette.placeholders())


def test_suppressed_and_nobody_are_two_states_and_neither_has_a_mark(groups) -> None:
    figure = pressure.over_dots(groups, NAMES, BOUNDS, REAL, WORDS)
    said = {annotation["y"]: annotation["text"] for annotation in figure["layout"]["annotations"][1:]}
    assert "suppressed" in said["Beveren"] and "nobody" in said["Condroz"]
    drawn = {label for trace in figure["data"] for label in trace["y"] if label}
    assert drawn == {"Aalst (20)", "<b>All offices (40)</b>"}
    assert "Beveren" not in str(figure["data"]), "its number is in no hover text either"


def test_groups_stand_in_the_order_given_and_dots_are_shares(groups) -> None:
    figure = pressure.over_dots(groups, NAMES, BOUNDS, REAL, WORDS)
    order = figure["layout"]["yaxis"]["categoryarray"][::-1]
    assert [name.split(" (")[0].removeprefix("<b>") for name in order] == list(NAMES.values())
    dots = [trace for trace in figure["data"] if trace["mode"] == "markers"]
    assert [trace["x"] for trace in dots] == [[50.0, 25.0], [25.0, 12.5]]
    assert len({(dot["marker"]["color"], dot["marker"]["symbol"]) for dot in dots}) == 2


def test_a_suppressed_month_is_a_gap(months) -> None:
    figure = pressure.over_trend(months, BOUNDS, REAL, WORDS)
    assert len(figure["data"]) == 2 and all(trace["connectgaps"] is False for trace in figure["data"])
    assert figure["data"][0]["y"] == [10.0, 11.0, None, 13.0, 14.0, 15.0]


def test_todays_weights_are_dotted_only_where_they_differ(months) -> None:
    assert "today's" not in _texts(pressure.over_trend(months, BOUNDS, REAL, WORDS))
    moved = pressure.over_trend(
        months.with_columns(share_now_pct=pl.col("share_now_pct") + 1), BOUNDS, REAL, WORDS
    )
    assert len(moved["data"]) == 4 and "today's" in _texts(moved)


def test_a_set_of_five_thresholds_still_has_five_marks(groups) -> None:
    many = {float(bound): f"above {bound}" for bound in (10, 20, 30, 40, 50)}
    rows = pl.concat(
        [groups.filter(pl.col("threshold") == 100).with_columns(threshold=pl.lit(b)) for b in many]
    )
    dots = [t for t in pressure.over_dots(rows, NAMES, many, REAL, WORDS)["data"] if t["mode"] == "markers"]
    assert len({(dot["marker"]["color"], dot["marker"]["symbol"]) for dot in dots}) == 5


def test_a_stack_says_the_number_of_each_part_and_none_for_an_empty_row() -> None:
    figure = _stack(REAL)
    assert [trace["x"] for trace in figure["data"]] == [[3, 12, 0], [0, 0, 0]]
    said = {annotation["y"]: annotation["text"] for annotation in figure["layout"]["annotations"]}
    assert all(trace["name"] in said[1.0] for trace in figure["data"])
    assert ">12<" in said["Beveren"] and "none" in said["Condroz"] and " · " not in said["Aalst"]


def test_months_are_whole_or_running() -> None:
    for as_of, whole, running in (
        (date(2026, 6, 30), date(2026, 6, 1), None),
        (date(2026, 6, 29), date(2026, 5, 1), date(2026, 6, 1)),
        (date(2026, 1, 1), date(2025, 12, 1), date(2026, 1, 1)),
        (date(2024, 2, 29), date(2024, 2, 1), None),
    ):
        assert pressure_readings.last_whole_month(as_of) == whole
        assert pressure_readings.running_month(as_of) == running


def test_caseload_and_workload_are_read_both_ways() -> None:
    rows = pl.DataFrame(
        {
            "cases_above": [None, None, 50.0, 50.0],
            "pct_above": [None, 100.0, None, 110.0],
            "people": [7, 2, 3, 4],
        }
    )
    read = pressure_readings.beside_reading(rows, 100, 50)
    assert read == {"over": 6, "few": 2, "many": 7, "room": 3}
