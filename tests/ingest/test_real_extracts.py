"""The two mappings that ship, over extracts nobody here wrote; they never enter the checkout."""

import datetime as dt
from pathlib import Path

import pytest

pytestmark = pytest.mark.real
MAPPINGS = Path(__file__).resolve().parents[2] / "ingest" / "mappings"
IDENTITY = (
    "select count(*) from raw.loads where rows_delivered <> rows_loaded + rows_quarantined + rows_left_out"
)


@pytest.fixture
def california(real_extracts: Path, loaded):
    return loaded(real_extracts / "california", (MAPPINGS / "california.toml").read_text(encoding="utf-8"))


@pytest.fixture
def permits(real_extracts: Path, loaded):
    return loaded(real_extracts / "permits", (MAPPINGS / "permits.toml").read_text(encoding="utf-8"))


def test_california_is_58_counties_with_caseload_and_spending_of_2003_to_2024(california) -> None:
    assert california.one("select count(*) from raw.offices") == (58,)
    years = (
        "select measure, unit, count(*), min(period_start_on), max(period_end_on) from raw.published_figures"
    )
    assert california.rows(f"{years} group by all order by measure") == [
        ("expenditure_usd", "usd", 1272, dt.date(2002, 7, 1), dt.date(2024, 7, 1)),
        ("open_cases", "cases", 1272, dt.date(2003, 12, 31), dt.date(2025, 1, 1)),
    ]
    assert california.one(IDENTITY) == (0,)
    assert california.quarantine == []


def test_california_knows_up_to_its_last_caseload(california) -> None:
    assert california.one("select as_of, is_as_of_stated from raw.builds") == (dt.date(2024, 12, 31), False)


def test_california_leaves_out_empty_cells_by_rule_and_ignores_two_files(california) -> None:
    assert california.rows("select rule, rows from raw.left_out order by 1") == [
        ("no_caseload_published", 174),
        ("no_spending_published", 174),
        ("repeated_row", 1388),
    ]
    ignored = california.rows("select file from raw.loads where status = 'ignored' order by 1")
    assert ignored == [("LICENSE",), ("ca_county_totals.csv",), ("ca_statewide_prison_population.csv",)]


def test_alameda_in_december_2003_is_as_published(california) -> None:
    figure = (
        "select value::bigint from raw.published_figures where office_id = '06001' and period_start_on = $day"
    )
    assert california.one(figure.replace("$day", "date '2003-12-31'")) == (17272,)
    assert california.one(figure.replace("$day", "date '2002-07-01'")) == (45193356,)


def test_permits_are_all_cases_and_all_assignments_but_those_of_the_test_user(permits) -> None:
    assert permits.one("select count(*), count(ended_on) from raw.cases") == (1434, 1329)
    assert permits.one("select count(*) from raw.case_assignments") == (2429,)
    assert permits.rows("select rule, rows from raw.left_out") == [("test_user", 3)]
    assert permits.quarantine == []
    assert permits.one(IDENTITY) == (0,)


def test_permits_have_half_open_assignments_of_at_least_a_day(permits) -> None:
    assert permits.one("select min(valid_to - valid_from) from raw.case_assignments") == (1,)


def test_permits_have_the_channels_as_types_and_no_persons(permits) -> None:
    types = permits.rows("select supervision_type, count(*) from raw.cases group by all order by 2 desc, 1")
    assert types == [("internet", 1250), ("desk", 109), ("post", 53), ("e_mail", 21), ("internal", 1)]
    assert permits.one("select count(person_id) from raw.cases") == (0,)
    assert permits.one("select count(*) from raw.staff_contracts") == (0,)
