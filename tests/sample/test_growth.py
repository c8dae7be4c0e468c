"""Cases grow more complex: the service says so of itself, and the sample follows."""

from datetime import date
from itertools import pairwise

import polars as pl
import pytest
from sample_snapshot import case_offices_on, task_hours, weighted_cases

from ingest.sample.parameters import FLAGGED_MORE_OFTEN, RISK_MIX

YEARS = range(2020, 2026)
DAYS = ((2, 15), (5, 15), (8, 15), (11, 15))
FIRST_HALF = DAYS[:2]  # the last year ends in June
MOST_A_YEAR = 0.05


def hours_a_case(frames, year: int, days=DAYS) -> float:
    """Hours a month of the work in hand, reports included, for each open case."""
    hours, cases = 0.0, 0
    for month, day in days:
        on = date(year, month, day)
        carried, tasks = weighted_cases(frames, on)["hours"], task_hours(frames, on)["weight"]
        hours += float(carried.sum()) + float(tasks.sum())
        cases += case_offices_on(frames, on).height
    return hours / cases


def test_hours_for_each_open_case_rise_a_little_in_each_year_since_2020(full):
    by_year = [hours_a_case(full, year) for year in YEARS]
    steps = [after / before - 1 for before, after in pairwise(by_year)]
    steps.append(hours_a_case(full, 2026, FIRST_HALF) / hours_a_case(full, 2025, FIRST_HALF) - 1)
    assert all(0 < step < MOST_A_YEAR for step in steps), steps
    assert 0.04 < sum(steps) < 0.15


def test_more_cases_are_at_high_risk_and_fewer_at_low(full):
    def share(level: str, year: int) -> float:
        cases = weighted_cases(full, date(year, 5, 15)).filter(pl.col("risk_level") != "not_assessed")
        return (cases["risk_level"] == level).mean()

    assert share("high", 2026) > share("high", 2023) > share("high", 2020)
    assert share("low", 2026) < share("low", 2023) < share("low", 2020)


def test_running_cases_rest_as_often_at_the_end_as_before(full):
    """A spell is drawn over the whole stay: cases that still run have not had all of theirs."""

    def at_rest(year: int) -> float:
        cases = weighted_cases(full, date(year, 5, 15))
        return (cases["factor"].cast(pl.Float64) == 0).mean()

    assert at_rest(2026) == pytest.approx(at_rest(2023), rel=0.1)


def test_the_mix_of_levels_is_whole_at_both_ends():
    for end in (0, -1):
        assert sum(list(series.points.values())[end] for series in RISK_MIX.values()) == pytest.approx(1)
    assert all(list(series.points.values())[-1] > 1 for series in FLAGGED_MORE_OFTEN.values())
