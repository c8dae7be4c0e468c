"""Borders of the reference itself, checked by hand."""

from fractions import Fraction

import pytest

from tests.reference.backlog import percentile
from tests.reference.days import MONTHS, WEEKS, Day, add_months, months_since, week_start


@pytest.mark.parametrize(
    ("clock_on", "day", "month"),
    [
        (Day(2025, 1, 31), Day(2025, 4, 29), 2),
        (Day(2025, 1, 31), Day(2025, 4, 30), 3),
        (Day(2025, 1, 31), Day(2025, 5, 30), 3),
        (Day(2025, 1, 31), Day(2025, 5, 31), 4),
        (Day(2024, 2, 29), Day(2025, 2, 27), 11),
        (Day(2024, 2, 29), Day(2025, 2, 28), 12),
        (Day(2023, 8, 30), Day(2024, 2, 28), 5),
        (Day(2023, 8, 30), Day(2024, 2, 29), 6),
        (Day(2025, 3, 10), Day(2025, 3, 10), 0),
    ],
)
def test_month_of_a_case_begins_on_the_day_of_its_clock_or_at_the_month_s_end(clock_on, day, month):
    assert months_since(clock_on, day) == month


def test_months_do_not_drift_once_the_day_was_missing():
    assert [add_months(Day(2024, 1, 31), months).day for months in (1, 2, 3)] == [29, 31, 30]


def test_running_month_and_week_go_to_as_of_inclusive():
    as_of = Day(2025, 6, 17)
    assert MONTHS.days(Day(2025, 6, 1), as_of) == 17
    assert WEEKS.days(week_start(as_of), as_of) == 2
    assert MONTHS.days(Day(2024, 2, 1), as_of) == 29


@pytest.mark.parametrize(
    ("share", "expected"),
    [(Fraction(1, 2), Fraction(5, 2)), (Fraction(9, 10), Fraction(37, 10)), (Fraction(1), 4)],
)
def test_percentile_lies_between_the_ranks_around_it(share, expected):
    assert percentile([4, 1, 3, 2], share) == expected
