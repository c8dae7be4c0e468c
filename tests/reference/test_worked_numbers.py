"""The nine worked numbers of the workload model and one border: true of the reference and of a real build."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest

from tests.reference.averages import Mart
from tests.reference.building import published_file
from tests.reference.comparing import mart_rows
from tests.reference.days import Day
from tests.reference.marts import REFERENCE
from tests.reference.worked_numbers import POLICY, worked_delivery
from tests.reference.world import world

Marts = Callable[[str], Mart]
JANUARY, APRIL, JUNE = (Day(2025, month, 1) for month in (1, 4, 6))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One build that holds all worked numbers."""
    return published_file(tmp_path_factory.mktemp("worked"), worked_delivery(), POLICY)


@pytest.fixture(scope="module", params=["reference", "build"])
def marts(request: pytest.FixtureRequest) -> Marts:
    """The rows of a mart by its name, from the reference and from the build."""
    by_name = {mart.name: mart for mart in REFERENCE}
    if request.param == "reference":
        laid_out = world(worked_delivery(), POLICY)
        return lambda name: REFERENCE[by_name[name]](laid_out)
    file = request.getfixturevalue("published")
    return lambda name: mart_rows(file, by_name[name])


def officer_month(marts: Marts, officer_id: str, scheme: str, month: Day = JUNE) -> dict:
    return marts("fct_officer_months")[officer_id, f"W{officer_id[0]}", scheme, month]


def office_month(marts: Marts, office_id: str, scheme: str, month: Day = JUNE) -> dict:
    return marts("fct_office_months")[office_id, scheme, month]


def near(figure: Fraction | float):
    return pytest.approx(float(figure), abs=1e-6)


def test_offices_of_one_region_are_the_parts_of_the_service_also_when_there_are_many(marts):
    areas = {key[0]: (row["area_kind"], row["parent_id"]) for key, row in marts("dim_areas").items()}
    assert areas == {"service": ("service", "")} | {f"W{n}": ("office", "service") for n in range(10)}


@pytest.mark.parametrize("officer_id", ["1-high", "1-medium", "1-low"])
def test_1_thirty_sixty_and_a_hundred_and_twenty_cases_are_full_work(marts, officer_id):
    row = officer_month(marts, officer_id, "risk_4_2_1")
    assert float(row["workload_units_avg"]) == near(120)
    assert float(row["workload_pct"]) == near(100)


def test_2_half_time_with_fifteen_cases_is_full_work(marts):
    row = officer_month(marts, "2-half", "risk_4_2_1")
    assert (float(row["workload_units_avg"]), float(row["capacity_units_avg"])) == (near(60), near(60))
    assert float(row["workload_pct"]) == near(100)


def test_3_one_community_a3_case_weighs_206_points(marts):
    row = officer_month(marts, "3-tier", "wmt_tier")
    assert float(row["workload_units_avg"]) == near(206)
    assert round(float(row["workload_pct"]), 2) == 9.47


def test_3_thirty_of_37_hours_with_reductions_leave_1658_points(marts):
    row = officer_month(marts, "3-hours", "wmt_tier")
    assert float(row["capacity_units_avg"]) == near(Fraction(2176) * Fraction("28.2") / 37)
    assert round(float(row["capacity_units_avg"]), 1) == 1658.5


def test_4_phases_change_on_the_day_of_the_clock(marts):
    january = officer_month(marts, "4-phase", "hundred", JANUARY)["workload_units_avg"]
    april = officer_month(marts, "4-phase", "hundred", APRIL)["workload_units_avg"]
    assert float(january) == near(17 * Fraction("2.52") / 31)
    assert float(april) == near((14 * Fraction("2.52") + 16 * Fraction("1.40")) / 30)
    assert (round(float(january), 2), round(float(april), 2)) == (1.38, 1.92)


def test_5_office_is_a_ratio_of_sums_and_the_absent_have_no_percentage(marts):
    assert float(office_month(marts, "W5", "agency", APRIL)["workload_pct"]) == near(150)
    assert float(officer_month(marts, "5-there", "agency", APRIL)["workload_pct"]) == near(100)
    absent = officer_month(marts, "5-absent", "agency", APRIL)
    assert float(absent["workload_units_avg"]) == near(52.5)
    assert absent["workload_pct"] is None


def test_6_office_is_at_73_percent_whatever_its_officers_are_at(marts):
    row = office_month(marts, "W6", "hundred")
    assert (float(row["workload_units_avg"]), float(row["capacity_units_avg"])) == (near(125), near(170))
    assert round(float(row["workload_pct"]), 1) == 73.5


@pytest.mark.parametrize(
    ("officer_id", "begins_on", "ends_on"),
    [("7-court", Day(2025, 6, 1), Day(2025, 7, 1)), ("7-other", Day(2025, 5, 9), Day(2025, 6, 1))],
)
def test_7_report_weighs_after_delivery_or_while_in_progress(marts, officer_id, begins_on, ends_on):
    spans = marts("fct_officer_spans")
    at_work = {
        key[3]: (row["valid_to"], float(row["workload_units"]))
        for key, row in spans.items()
        if key[0] == officer_id and key[2] == "wmt_tier" and row["workload_units"]
    }
    assert at_work == {begins_on: (ends_on, 138)}


def test_8_reduction_counts_until_the_day_before_its_end(marts):
    capacity = officer_month(marts, "8-reduced", "agency")["capacity_units_avg"]
    assert float(capacity) == near(105 * (10 * Fraction("0.6") + 20) / 30)


def test_9_weight_that_rises_in_mid_month_counts_from_that_day(marts):
    row = officer_month(marts, "9-rising", "hundred")
    assert float(row["workload_units_avg"]) == near((15 * 2 + 15 * 3) / 30)


def test_9_under_the_weights_of_today_it_weighs_the_same_all_month(marts):
    row = marts("fct_officer_months_now")["9-rising", "W9", "hundred", JUNE]
    assert float(row["workload_units_avg"]) == near(3)


def test_capacity_that_ended_leaves_nothing_behind(marts):
    june = (
        ("fct_officer_months", ("0-gone", "W0", "thirds", JUNE)),
        ("fct_office_months", ("W0", "thirds", JUNE)),
    )
    for mart, key in june:
        row = marts(mart)[key]
        assert float(row["workload_units_avg"]) == near(25)
        assert (row["capacity_units_avg"], row["workload_pct"]) == (0, None)
