"""Published figures at the borders that random deliveries do not reach."""

from decimal import Decimal
from random import Random

import pytest

from tests.reference.building import published_file
from tests.reference.chance import Chance
from tests.reference.comparing import mart_rows
from tests.reference.days import Day
from tests.reference.draw_policy import policy_drawn
from tests.reference.marts import REFERENCE
from tests.reference.records import Case, Delivery, Office, PublishedFigure

YEAR = (Day(2024, 1, 1), Day(2025, 1, 1))
FIGURES = [PublishedFigure("ministry", "2025", *YEAR, "open_cases", None, None, Decimal(40))]
ONE_CASE = [Case("case-1", "AAA", "probation", Day(2023, 6, 1), ended_on=Day(2024, 5, 1))]


@pytest.mark.parametrize(
    ("cases", "not_delivered"),
    [([], {"cases"}), (ONE_CASE, set())],
    ids=["no cases", "before the month of the first ending"],
)
def test_what_the_case_data_cannot_say_is_empty_not_nothing(tmp_path, cases, not_delivered):
    assert computed_value(tmp_path, cases, not_delivered) is None


def test_no_open_case_is_nothing_where_cases_are_known(tmp_path):
    before = Case("case-0", "AAA", "probation", Day(2023, 1, 1), ended_on=Day(2023, 9, 1))
    assert computed_value(tmp_path, [before, *ONE_CASE], set()) == 0


def computed_value(folder, cases, not_delivered):
    """The value beside the only published figure."""
    random = Random(1)
    policy = policy_drawn(random, Chance(random))
    delivery = Delivery(
        Day(2025, 6, 1),
        frozenset(not_delivered),
        offices=[Office("AAA", "Office AAA")],
        cases=cases,
        published_figures=FIGURES,
    )
    mart = next(mart for mart in REFERENCE if mart.name == "fct_published_against_computed")
    (row,) = mart_rows(published_file(folder, delivery, policy), mart).values()
    return row["computed_value"]
