"""Times to an answer held to plain products, to another library, and to what is known without estimate."""

from random import Random

import numpy as np
import polars as pl
import pytest
from statsmodels.duration.survfunc import SurvfuncRight

from analysis.answer_times import answered_within, half_answered_after

SCHEMA = {"wait_days": pl.Int64, "is_answered": pl.Boolean, "count": pl.Int64}
DAYS = (0, 7, 14, 30, 60, 90)


def pieces(rows: list[tuple[int, bool, int]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCHEMA, orient="row")


def drawn(seed: int) -> list[tuple[int, bool, int]]:
    random = Random(seed)
    return [(random.randint(0, 100), random.random() < 0.7, random.randint(1, 4)) for _ in range(80)]


def by_hand(rows: list[tuple[int, bool, int]], day: int) -> float:
    """The share answered by the end of a day: what is left is multiplied day by day by those not answered."""
    left = 1.0
    for one in range(day + 1):
        at_risk = sum(count for wait, _, count in rows if wait >= one)
        answered = sum(count for wait, is_answered, count in rows if wait == one and is_answered)
        left *= 1 - answered / at_risk if at_risk else 1
    return 100 * (1 - left)


@pytest.mark.parametrize("seed", range(5))
def test_shares_are_those_of_a_plain_product(seed: int) -> None:
    rows = drawn(seed)
    found = answered_within(pieces(rows), DAYS)
    assert found["answered_pct"].to_list() == pytest.approx([by_hand(rows, day) for day in DAYS])


@pytest.mark.parametrize("seed", range(5))
def test_half_and_limits_are_near_those_of_another_library(seed: int) -> None:
    rows = drawn(seed)
    each = [(wait + 1, is_answered) for wait, is_answered, count in rows for _ in range(count)]
    other = SurvfuncRight(np.array([wait for wait, _ in each]), np.array([one for _, one in each], int))
    assert half_answered_after(pieces(rows)) == other.quantile(0.5) - 1
    low, high = other.quantile_ci(0.5, method="cloglog")
    found = answered_within(pieces(rows), range(100))
    inside = found.filter((pl.col("lower_pct") <= 50) & (pl.col("upper_pct") >= 50))["within_days"]
    assert abs(inside.min() + 1 - low) <= 3 and abs(inside.max() + 1 - high) <= 3


def test_what_still_waits_is_not_called_answered_nor_late() -> None:
    rows = [(5, True, 10), (3, False, 10)]
    found = answered_within(pieces(rows), (4, 5))
    assert found["answered_pct"].to_list() == [0, 100], (
        "those that waited three days say nothing of the fifth"
    )
    assert found["lower_pct"].to_list() == [None, None]


def test_answered_on_the_day_it_came_is_answered_within_no_days() -> None:
    assert answered_within(pieces([(0, True, 3), (9, True, 1)]), (0,))["answered_pct"].to_list() == [75]
    assert half_answered_after(pieces([(0, True, 3), (9, True, 1)])) == 0


def test_nothing_answered_is_not_nothing_answered_within_a_month() -> None:
    nothing = pieces([(40, False, 6)])
    assert answered_within(nothing, (30,))["answered_pct"].to_list() == [None]
    assert half_answered_after(nothing) is None
    assert half_answered_after(pieces([(2, True, 1), (40, False, 6)])) is None
