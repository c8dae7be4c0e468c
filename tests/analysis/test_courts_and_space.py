"""Clearance, time to disposition, age of pending cases and SPACE II's rates: day by day, and at edges."""

import math
import random
from datetime import date, timedelta

import polars as pl
import pytest

from analysis import courts, space

FIRST = date(2024, 1, 1)


def test_active_days_are_the_days_counted_one_by_one():
    draw = random.Random(2)
    for _ in range(200):
        filed = FIRST + timedelta(draw.randrange(60))
        disposed = filed + timedelta(draw.randrange(120))
        pauses = [
            (begins, begins + timedelta(draw.randrange(40)))
            for begins in (FIRST + timedelta(draw.randrange(-20, 220)) for _ in range(draw.randrange(4)))
        ]
        days = [filed + timedelta(day) for day in range((disposed - filed).days)]
        active = [day for day in days if not any(begins <= day < ends for begins, ends in pauses)]
        assert courts.active_days(filed, disposed, pauses) == len(active)


def test_clearance_of_nothing_is_not_known():
    assert courts.clearance_percent([0, 50], [3, 60]).tolist() == pytest.approx([math.nan, 120], nan_ok=True)
    assert courts.clearance_percent([], []).size == 0
    flow = courts.Flow(new=10, disposed=4)
    assert (flow.incoming, flow.outgoing) == (10, 4)


def test_the_last_day_of_a_standard_is_within_it():
    assert courts.percent_within([180], 180) == 100
    assert courts.percent_within([181], 180) == 0
    assert courts.percent_within([], 180) is None


def cases(*rows: tuple[date | None, bool]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema={"filed": pl.Date, "is_active": pl.Boolean}, orient="row")


def test_pending_cases_that_are_not_active_are_left_out():
    found = courts.pending(cases((FIRST, False), (FIRST, True)), FIRST + timedelta(10), 10)
    assert found == courts.Pending((10,), 10, 10, 0, 0)
    found = courts.pending(cases((FIRST, True)), FIRST + timedelta(11), 10)
    assert (found.percent_over, found.backlog) == (100, 1)
    nothing = courts.pending(cases((FIRST, False)), FIRST, 10)
    assert nothing == courts.Pending((), None, None, None, 0)
    assert courts.pending(cases(), FIRST, 10) == nothing


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (lambda: courts.active_days(FIRST, FIRST - timedelta(1)), "after it was filed"),
        (lambda: courts.active_days(FIRST, FIRST, [(FIRST, FIRST - timedelta(1))]), "after it begins"),
        (lambda: courts.pending(cases((FIRST, True)), FIRST - timedelta(1), 10), "by this day"),
        (lambda: courts.pending(cases((None, True)), FIRST, 10), "by this day"),
    ],
)
def test_what_has_no_meaning_is_refused(asked, why):
    with pytest.raises(ValueError, match=why):
        asked()


def test_three_answers_that_are_no_figure_are_told_apart():
    answers = ["NAP", "...", "0", "0.0", " 12 ", "12.5", "", " ", "nap", "…", "-3", "1e3", "²"]
    assert [space.answer(one) for one in answers] == [
        *("not_applicable", "unknown", "zero", "zero", "value", "value"),
        *["refused"] * 7,
    ]


def test_a_mean_of_rates_leaves_out_who_did_not_answer_and_totals_as_well():
    persons, inhabitants = [300, math.nan, 50], [100_000, 900_000, 400_000]
    assert space.mean_of_rates(persons, inhabitants) == pytest.approx(156.25)
    assert space.rate_of_totals(persons, inhabitants) == pytest.approx(70)
    assert space.mean_of_rates([math.nan], [5]) is None
    assert space.rate_of_totals([3], [0]) is None
    assert space.mean_of_rates([], []) is None


def test_a_change_from_nothing_is_not_known():
    assert space.change_percent([3, 3], [0, 2]).tolist() == pytest.approx([math.nan, 50], nan_ok=True)
