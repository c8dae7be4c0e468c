"""What titles and summaries say is what the rows say."""

from datetime import date

import polars as pl
import pytest

from dashboards.charts import backlog_readings, readings


def _months(*rows: tuple) -> pl.DataFrame:
    schema = {"part_id": pl.String, "month_start_on": pl.Date, "workload_pct": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


JUNE, JUNE_BEFORE = date(2026, 6, 1), date(2025, 6, 1)


def test_balance_counts_offices_above_hundred_now_and_a_year_before() -> None:
    frame = _months(
        ("", JUNE, 101.0), ("A", JUNE, 120.0), ("B", JUNE, 100.0), ("C", JUNE, None), ("A", JUNE_BEFORE, 99.0)
    )
    assert readings.balance_reading(frame) == {
        "month": JUNE,
        "over": 1,
        "known": 2,
        "over_before": 0,
        "known_before": 1,
        "low": 100.0,
        "high": 120.0,
        "whole": 101.0,
    }


def test_balance_without_any_percentage_counts_nothing() -> None:
    read = readings.balance_reading(_months(("A", JUNE, None)))
    assert (read["known"], read["over"], read["low"], read["whole"]) == (0, 0, None, None)


def test_heaviest_year_is_that_with_the_largest_share_not_the_largest_figure() -> None:
    frame = _months(
        ("A", date(2024, 1, 1), 300.0), ("A", date(2024, 2, 1), 90.0),
        ("A", date(2025, 1, 1), 101.0), ("A", date(2025, 2, 1), None), ("", date(2023, 1, 1), 500.0),
    )  # fmt: skip
    assert readings.years_reading(frame) == {"year": 2025, "share_pct": 100.0, "cells": 3, "missing": 1}


def _under_schemes(**offices: list[float | None]) -> pl.DataFrame:
    rows = [(office, str(place), pct) for office, loads in offices.items() for place, pct in enumerate(loads)]
    names = {"part_id": pl.String, "weight_scheme": pl.String, "workload_pct": pl.Float64}
    return pl.DataFrame(rows, schema=names, orient="row")


def test_offices_are_told_apart_only_when_one_is_heavier_under_every_scheme() -> None:
    frame = _under_schemes(A=[80.0, 95.0], B=[95.0, 110.0], C=[130.0, 111.0], D=[None, None])
    assert readings.schemes_reading(frame, 3) == {
        "offices": 3, "above": 1, "below": 1, "depends": 1, "pairs": 3, "alike": 1,
    }  # fmt: skip


def test_a_scheme_that_finds_everybody_heavier_does_not_blur_two_offices() -> None:
    assert readings.schemes_reading(_under_schemes(A=[80.0, 120.0], B=[90.0, 135.0]), 3)["alike"] == 0
    assert readings.schemes_reading(_under_schemes(A=[80.0, 120.0], B=[90.0, 121.0]), 3)["alike"] == 1


def test_change_compares_with_the_same_month_a_year_before() -> None:
    frame = _months(("A", JUNE_BEFORE, 80.0), ("A", date(2025, 12, 1), 50.0), ("A", JUNE, 100.0))
    read = readings.change_reading(frame, "workload_pct")
    assert (read["now"], read["before"], read["change"], read["change_pct"]) == (100, 80, 20, 25)
    alone = readings.change_reading(frame.tail(1), "workload_pct")
    assert (alone["now"], alone["change"], alone["change_pct"]) == (100, None, None)
    assert readings.change_reading(_months(("A", JUNE, None)), "workload_pct")["now"] is None


def test_shares_are_of_the_latest_month_and_add_up() -> None:
    rows = [("x", 1, JUNE_BEFORE, 99.0), ("x", 1, JUNE, 30.0), ("rest", 4, JUNE, 10.0)]
    frame = pl.DataFrame(rows, schema=("label", "rank", "month_start_on", "workload_units_avg"), orient="row")
    assert readings.shares_reading(frame) == [
        {"label": "x", "share_pct": 75},
        {"label": "rest", "share_pct": 25},
    ]


def test_published_series_compare_their_own_ends() -> None:
    years = [date(2020, 1, 1), date(2021, 1, 1), date(2020, 1, 1), date(2021, 1, 1), date(2021, 1, 1)]
    frame = pl.DataFrame(
        {"part_id": list("AABBC"), "period_last_on": years, "published_value": [1.0, 2.0, 5.0, 4.0, 1.0]}
    )
    read = readings.series_reading(frame, frame.head(1))
    assert (read["grown"], read["compared"], read["offices"], read["rows"], read["breaks"]) == (1, 2, 3, 5, 1)
    assert (read["first"], read["last"]) == (2020, 2021)


def test_backlog_counts_cases_and_the_offices_that_have_them() -> None:
    now = pl.DataFrame(
        {"part_id": ["A", "A", "B", "C"], "waiting_cases": [1, 2, 0, 4], "uncovered_cases": [0, 0, 5, 0]}
    )
    assert backlog_readings.backlog_reading(now) == {
        "waiting": 7, "uncovered": 5, "waiting_offices": 2, "uncovered_offices": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("length", "quarter", "before"), [(13, 13, None), (14, 13, 0), (53, 13, 39), (14, 6, 7)]
)
def test_pace_looks_back_only_as_far_as_there_are_weeks(
    length: int, quarter: int, before: int | None
) -> None:
    weeks = pl.DataFrame(
        {
            "counted_on": [date(2025, 1, 5)] * length,
            "waiting_cases": list(range(length)),
            "uncovered_cases": [2] * length,
            "weeks_to_clear": [None] * length,
        }
    )
    read = backlog_readings.pace_reading(weeks, quarter)
    assert (read["now"], read["quarter_before"]) == (length - 1, before)
    assert (read["peak"], read["uncovered"], read["weeks_to_clear"]) == (length - 1, 2, None)


def test_flow_leaves_the_running_month_out_unless_it_is_whole() -> None:
    months = pl.DataFrame(
        {
            "month_start_on": [date(2026, 5, 1), JUNE],
            "received_cases_12_months": [100, 101],
            "started_cases_12_months": [90, 91],
            "ended_cases_12_months": [110, 111],
            "clearance_12_months_pct": [110.0, 109.9],
        }
    )
    running = backlog_readings.flow_reading(months, date(2026, 6, 29))
    assert (running["months"], running["received"], running["clearance_pct"]) == (1, 100, pytest.approx(110))
    whole = backlog_readings.flow_reading(months, date(2026, 6, 30))
    assert (whole["months"], whole["received"], whole["ended"]) == (2, 101, 111)


def test_clearance_of_nothing_received_is_unknown_and_not_zero() -> None:
    months = pl.DataFrame(
        {
            "month_start_on": [JUNE],
            "received_cases_12_months": [0],
            "started_cases_12_months": [0],
            "ended_cases_12_months": [3],
            "clearance_12_months_pct": [None],
        }
    )
    assert backlog_readings.flow_reading(months, date(2026, 6, 30))["clearance_pct"] is None
