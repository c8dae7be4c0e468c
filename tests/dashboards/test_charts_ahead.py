"""Figures into the weeks ahead: valid, outlined where booked, broken where nothing is known."""

from datetime import date, timedelta

import plotly.graph_objects as go
import polars as pl
import pytest

from dashboards.charts import ahead, ahead_readings, palette
from dashboards.charts.style import Look

LOOKS = (Look("en", ""), Look("nl", "synthetisch"))
MONDAY = date(2026, 6, 29)
WORDS = {
    name: name
    for name in ("was", "booked", "today", "workload", "capacity", "unit", "level", "before", "after")
}


@pytest.fixture
def weeks() -> pl.DataFrame:
    """Three weeks behind, the last one running for two days; the rest of it and three ahead."""
    numbers = [-2, -1, 0, 0, 1, 2, 3]
    booked = [False] * 3 + [True] * 4
    starts = [MONDAY + timedelta(weeks=number) for number in numbers]
    starts[3] = MONDAY + timedelta(days=2)
    return pl.DataFrame(
        {
            "is_booked": booked,
            "weeks_ahead": numbers,
            "first_day_on": starts,
            "workload_pct": [100.0, 102.0, 104.0, 103.0, None, 92.0, 81.0],
            "workload_units_avg": [100.0, 102.0, 104.0, 103.0, 95.0, 92.0, 81.0],
            "capacity_units_avg": [100.0, 100.0, 100.0, 100.0, 0.0, 100.0, 100.0],
            "available_fte_avg": [10.0, 10.0, 10.0, 9.0, 0.0, 8.0, 7.0],
        }
    )


@pytest.fixture
def impact() -> pl.DataFrame:
    """A day and 53 weeks, as `case_impact` returns them; capacity everywhere."""
    days = [1, 5, *[7] * 52]
    starts = [MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]
    starts += [MONDAY + timedelta(weeks=number) for number in range(1, 53)]
    return pl.DataFrame(
        {
            "period_start_on": starts,
            "days": days,
            "workload_units_before": [float(number) for number in range(54)],
            "workload_units_after": [number + 2.0 for number in range(54)],
            "capacity_units": [50.0] * 54,
            "workload_pct_before": [2.0 * number for number in range(54)],
            "workload_pct_after": [2.0 * number + 4 for number in range(54)],
        }
    )


@pytest.mark.parametrize("look", LOOKS)
def test_every_figure_is_valid_and_says_synthetic_where_so(weeks, impact, look: Look) -> None:
    figures = [
        ahead.booked_load(weeks, look, WORDS),
        ahead.booked_units(weeks, look, WORDS),
        ahead.booked_units(weeks.filter("is_booked").drop("capacity_units_avg"), look, WORDS, 90.0),
        ahead.impact_lines(impact, look, WORDS, 50.0),
        ahead.impact_lines(impact, look, WORDS, None),
    ]
    for figure in figures:
        go.Figure(**figure)
        texts = [annotation["text"] for annotation in figure["layout"]["annotations"]]
        assert ("synthetisch" in texts) == bool(look.synthetic_word)


def test_what_was_is_solid_and_what_is_booked_is_outlined(weeks) -> None:
    was, outer, inner = ahead.booked_load(weeks, LOOKS[0], WORDS)["data"]
    assert was["line"]["color"] == outer["line"]["color"] == palette.BLUE
    assert inner["line"]["color"] == palette.GROUND and inner["line"]["width"] < outer["line"]["width"]
    assert inner["x"] == outer["x"] and inner["hoverinfo"] == "skip"


def test_a_week_without_capacity_breaks_the_line(weeks) -> None:
    _, outer, _ = ahead.booked_load(weeks, LOOKS[0], WORDS)["data"]
    assert outer["y"] == [103.0, None, 92.0, 81.0] and outer["connectgaps"] is False


def test_a_line_marks_where_booking_begins_only_where_something_was(weeks) -> None:
    both = ahead.booked_units(weeks, LOOKS[0], WORDS)["layout"]
    assert [shape["x0"] for shape in both["shapes"]] == ["2026-07-01"]
    only = ahead.booked_units(weeks.filter("is_booked"), LOOKS[0], WORDS)["layout"]
    assert only["shapes"] == []


@pytest.mark.parametrize(
    ("behind", "at"),
    [
        ([110.0, 108.0, 104.0], 100.0),  # below its line, where the level would strike it
        ([90.0, 94.0, 97.0], 100.0),  # above it
        ([150.0, 145.0, 140.0], 140.0),
        ([98.0, 100.0, 104.0], 104.0),
    ],
)
def test_no_level_strikes_through_the_amount_of_the_last_week(weeks, behind: list[float], at: float) -> None:
    rows = weeks.with_columns(workload_pct=pl.Series([*behind, *[90.0] * 4]))
    notes = ahead.booked_load(rows, LOOKS[0], WORDS)["layout"]["annotations"]
    assert [note["y"] for note in notes if note["text"] == f"<b>{behind[-1]:.0f}%</b>"] == [at]


def test_units_begin_at_zero_and_the_lower_label_hangs_below(weeks) -> None:
    figure = ahead.booked_units(weeks, LOOKS[0], WORDS)
    assert figure["layout"]["yaxis"]["rangemode"] == "tozero"
    labels = {note["text"]: note for note in figure["layout"]["annotations"]}
    assert labels["<b>104</b>"]["yanchor"] == "bottom" and labels["<b>100</b>"]["xanchor"] == "left"


def test_reading_compares_the_latest_week_with_that_of_the_horizon(weeks) -> None:
    read = ahead_readings.ahead_reading(weeks, 2)
    assert (read["workload_pct_now"], read["workload_pct_then"]) == (104.0, 92.0)
    assert (read["available_fte_avg_now"], read["available_fte_avg_then"]) == (10.0, 8.0)
    assert read["then_on"] == MONDAY + timedelta(weeks=2)
    assert ahead_readings.shown_weeks(weeks, 1).height == 5


def test_reading_without_weeks_behind_begins_with_the_first_ahead(weeks) -> None:
    assert ahead_readings.ahead_reading(weeks.filter("is_booked"), 3)["workload_pct_now"] == 103.0


def test_small_moves_are_called_level() -> None:
    assert ahead_readings.way(100, 100.4, 1) == "level"
    assert ahead_readings.way(100, 98, 1) == "falls"
    assert ahead_readings.way(100, 102, 1) == "rises"


def test_weeks_in_which_contracts_move_by_half_a_post_are_named_in_order(weeks) -> None:
    contracts = weeks.with_columns(contract_fte_avg=pl.Series([9.0, 9.0, 9.0, 9.0, 8.0, 8.2, 10.0]))
    steps = ahead_readings.contract_steps(contracts, 3, 0.5)
    assert [(when, round(change, 1)) for when, change in steps] == [
        (MONDAY + timedelta(weeks=1), -1.0),
        (MONDAY + timedelta(weeks=3), 1.8),
    ]
    assert len(ahead_readings.contract_steps(contracts, 2, 0.5)) == 1


def test_the_fullest_week_is_the_first_with_most_endings(weeks) -> None:
    work = pl.DataFrame({"weeks_ahead": [0, 1, 2, 3], "ending_cases": [1, 4, 4, 9]})
    assert ahead_readings.fullest_week(weeks, work, 2) == (MONDAY + timedelta(weeks=1), 4)
    none = work.with_columns(ending_cases=pl.lit(0))
    assert ahead_readings.fullest_week(weeks, none, 3) is None


def test_work_reading_tells_ageing_from_ending() -> None:
    work = pl.DataFrame(
        {
            "weeks_ahead": [0, 1, 2],
            "active_cases_avg": [10.0, 8.0, 0.0],
            "case_units_avg": [20.0, 12.0, 0.0],
            "task_units_avg": [3.0, 1.0, 1.0],
            "ending_cases": [2, 5, 3],
        }
    )
    read = ahead_readings.work_reading(work, 1)
    assert (read["weight_now"], read["weight_then"], read["ending_cases"]) == (2.0, 1.5, 7)
    assert ahead_readings.work_reading(work, 2)["weight_then"] is None
    assert ahead_readings.work_reading(work.clear(), 2)["weight_now"] is None


MOMENTS = {"now": 0, "quarter": 13, "year": 52}


def test_impact_reads_today_and_the_whole_weeks_named(impact) -> None:
    read = ahead_readings.impact_reading(impact, MOMENTS)
    assert read == {"is_pct": True, "now": (0.0, 4.0), "quarter": (28.0, 32.0), "year": (106.0, 110.0)}


def test_impact_does_not_show_when_somebody_is_away(impact) -> None:
    away_then = impact.with_columns(
        capacity_units=pl.when(pl.col("workload_units_before") == 14).then(0.0).otherwise("capacity_units")
    )
    assert ahead_readings.impact_reading(away_then, MOMENTS) == ahead_readings.impact_reading(impact, MOMENTS)


def test_impact_is_in_units_without_capacity_today(impact) -> None:
    read = ahead_readings.impact_reading(impact.with_columns(capacity_units=0.0), MOMENTS)
    assert read == {"is_pct": False, "now": (0.0, 2.0), "quarter": (14.0, 16.0), "year": (53.0, 55.0)}
