"""Cases on the borders of what is counted by area: true of the reference and of a real build."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.reference.ahead import last_day
from tests.reference.averages import Mart
from tests.reference.building import published_file
from tests.reference.comparing import mart_rows
from tests.reference.days import ONE_DAY, Day, week_start
from tests.reference.marts import REFERENCE
from tests.reference.records import Assessment, Assignment, Case, Contract, Delivery, Office
from tests.reference.worked_numbers import LINE, POLICY
from tests.reference.world import world

AS_OF = Day(2025, 6, 17)
LONG_BEFORE = Day(2023, 1, 2)
MONDAY = week_start(AS_OF)
LAST_DAY = last_day(AS_OF)
FAR_AHEAD = Day(2030, 1, 1)
# First and last day of each band of waits, and one in the open end.
WAITED = (0, 7, 8, 14, 15, 30, 31, 60, 61, 90, 91, 180, 181, 400)
LEFT = (0, 30, 31, 90, 91)
ENDS = (AS_OF - ONE_DAY, AS_OF, AS_OF + ONE_DAY, MONDAY + 6 * ONE_DAY, MONDAY + 7 * ONE_DAY)
CARRIED = (*ENDS, LAST_DAY, LAST_DAY + ONE_DAY, FAR_AHEAD, None)
SERVICE, OFFICE = "service", "here"
SCHEME = "hundred"


def delivery_of_borders() -> Delivery:
    """One office and one type of mandate."""
    delivery = Delivery(AS_OF, offices=[Office(OFFICE, "Here")])
    for officer_id, until in (("able", None), ("gone", AS_OF)):
        contract = Contract(officer_id, OFFICE, LONG_BEFORE, until, "officer", Decimal(1))
        delivery.staff_contracts.append(contract)
    for days in WAITED:
        _case(delivery, f"waits-{days}", AS_OF - days * ONE_DAY)
    for days in LEFT:
        _case(delivery, f"left-{days}", LONG_BEFORE)
        until = AS_OF - days * ONE_DAY
        delivery.case_assignments.append(Assignment(f"left-{days}", "able", LONG_BEFORE, until))
    for number, ends_on in enumerate(CARRIED):
        _case(delivery, f"carried-{number}", LONG_BEFORE, ends_on)
        officer_id = "able" if number else "gone"
        delivery.case_assignments.append(Assignment(f"carried-{number}", officer_id, LONG_BEFORE))
        delivery.case_assessments.append(Assessment(f"carried-{number}", LONG_BEFORE, "low"))
    return delivery


def _case(delivery: Delivery, case_id: str, opened_on: Day, ends_on: Day | None = FAR_AHEAD) -> None:
    delivery.cases.append(Case(case_id, OFFICE, "quarter", opened_on, expected_end_on=ends_on))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published_file(tmp_path_factory.mktemp("borders"), delivery_of_borders(), POLICY)


@pytest.fixture(scope="module", params=["reference", "build"])
def marts(request: pytest.FixtureRequest):
    """The rows of a mart by its name, from the reference and from the build."""
    by_name = {mart.name: mart for mart in REFERENCE}

    def rows(name: str) -> Mart:
        if request.param == "reference":
            return REFERENCE[by_name[name]](world(delivery_of_borders(), POLICY))
        return mart_rows(request.getfixturevalue("published"), by_name[name])

    return rows


@pytest.mark.parametrize("area", [SERVICE, OFFICE])
@pytest.mark.parametrize("supervision_type", ["", "quarter"])
def test_a_wait_is_in_the_band_of_its_first_and_of_its_last_day(marts, area, supervision_type):
    bands = {
        key[3]: (row["to_days"], row["waiting_cases"])
        for key, row in marts("fct_area_wait_bands").items()
        if key[:3] == (area, LINE, supervision_type)
    }
    assert bands == {
        0: (7, 2),
        8: (14, 2),
        15: (30, 2),
        31: (60, 2),
        61: (90, 2),
        91: (180, 2),
        181: (None, 2),
    }


@pytest.mark.parametrize("part", [(SERVICE, ""), (SERVICE, OFFICE), (OFFICE, "")])
def test_open_cases_count_by_what_they_are_and_lack(marts, part):
    row = marts("fct_area_open_cases")[*part, LINE, SCHEME]
    assert {name: int(count) for name, count in row.items() if count} == {
        "open_cases": len(WAITED) + len(LEFT) + len(CARRIED),
        "active_cases": len(CARRIED),
        "waiting_cases": len(WAITED),
        "uncovered_cases": len(LEFT),
        "uncovered_30_cases": 2,
        "uncovered_90_cases": 2,
        "uncovered_longer_cases": 1,
        "unable_cases": 1,
        # Carried before is enough; who waits has no assessment to miss.
        "not_assessed_cases": len(LEFT),
        "past_expected_end_cases": 1,
        "no_expected_end_cases": 1,
        "carried_past_end_cases": 2,
        "carried_without_end_cases": 1,
        "wait_days_max": 400,
        "real_wait_days_max": 400,
    }


def test_cases_end_in_a_week_ahead_from_tomorrow_to_the_last_day_of_the_outlook(marts):
    ending = {
        key[3]: int(row["ending_cases"])
        for key, row in marts("fct_area_booked_weeks").items()
        if key[:3] == (SERVICE, LINE, SCHEME) and row["ending_cases"]
    }
    assert ending == {MONDAY: 2, MONDAY + 7 * ONE_DAY: 1, week_start(LAST_DAY): 1}
