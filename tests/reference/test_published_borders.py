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

YEARS = {year: (Day(year, 1, 1), Day(year + 1, 1, 1)) for year in (2023, 2024)}
FIGURES = [
    PublishedFigure("ministry", "2025", *period, "open_cases", None, None, Decimal(40))
    for period in YEARS.values()
]
# One case, which ends within the first of the years: no case is open at the end of the second.
CASES = [Case("case-1", "AAA", "probation", Day(2022, 6, 1), ended_on=Day(2023, 9, 1))]


@pytest.fixture(scope="module")
def computed(tmp_path_factory):
    """The values beside the published figures, by the year they are of."""
    return computed_values(tmp_path_factory.mktemp("known"), CASES, set())


@pytest.fixture(scope="module")
def computed_without_cases(tmp_path_factory):
    return computed_values(tmp_path_factory.mktemp("unknown"), [], {"cases"})


@pytest.mark.parametrize(
    ("values", "years"),
    [
        pytest.param("computed_without_cases", (2023, 2024), id="no cases", marks=pytest.mark.deep),
        pytest.param("computed", (2023,), id="before the month of the first ending"),
    ],
)
def test_what_the_case_data_cannot_say_is_empty_not_nothing(values, years, request):
    found = request.getfixturevalue(values)
    assert [found[year] for year in years] == [None] * len(years)


def test_no_open_case_is_nothing_where_cases_are_known(computed):
    assert computed[2024] == 0


def computed_values(folder, cases, not_delivered):
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
    rows = mart_rows(published_file(folder, delivery, policy), mart)
    begun_on = mart.key.index("period_start_on")
    return {key[begun_on].year: row["computed_value"] for key, row in rows.items()}
