"""Repeated rows, corrections and deltas as case systems send them: no good row is lost on the way."""

from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.small_delivery import SMALL, write_files

DELTA = 'as_of = 2026-06-30\nsource_system = "small"\nkind = "delta"\nis_synthetic = true\n'
CASES = "case_id,office_id,supervision_type,received_on,started_on,ended_on,person_id\n"


@pytest.fixture
def deliveries(tmp_path: Path):
    """The small delivery, and deltas after it; the folder of them all."""

    def write(*deltas: dict[str, str]) -> Path:
        home = tmp_path / "all"
        write_files(home / "1", SMALL)
        for number, files in enumerate(deltas, start=2):
            write_files(home / str(number), {"delivery.toml": DELTA, **files})
        return home

    return write


BALANCE = (
    "select sum(rows_delivered), sum(rows_loaded), sum(rows_quarantined), sum(rows_left_out) from raw.loads"
)


def test_identical_rows_count_once_and_are_left_out(small: Path, loaded) -> None:
    with (small / "cases.csv").open("a") as file:
        file.write("C3,GEN,probation,2025-04-01 00:00:00,,,P1\nC3,GEN,probation,2025-04-01,,,P1\n")
    raw = loaded(small)
    assert raw.one("select count(*) from raw.cases") == (3,)
    assert raw.rows("select file, rule, rows from raw.left_out") == [("cases.csv", "repeated_row", 2)]
    assert raw.one(BALANCE) == (15, 13, 0, 2)


@pytest.mark.parametrize(
    "row",
    [
        "C3,GEN,probation,2025-04-01,,,P2",
        "C3,GEN,probation,2025-04-0x,,,P1",
        "C3,ANT,probation,2025-04-01,,,P1",
    ],
)
def test_rows_that_differ_in_anything_under_one_key_are_refused(row: str, small: Path, loaded) -> None:
    with (small / "cases.csv").open("a") as file:
        file.write(f"{row}\n")
    with pytest.raises(BadInputError, match="row 5, column 'case_id', value 'C3', a duplicate key"):
        loaded(small)


def test_of_two_assessments_on_one_day_the_last_counts(small: Path, loaded) -> None:
    header = "case_id,assessed_on,risk_level\n"
    rows = "C2,2025-05-01,high\nC1,2025-05-01,low\nC2,2025-05-01,low\n"
    rows += "C2,2025-05-02,high\nC2,2025-05-02,nonsense\n"
    write_files(small, {"case_assessments.csv": header + rows})
    raw = loaded(small)
    assert raw.rows(
        "select case_id, assessed_on::varchar, risk_level from raw.case_assessments order by all"
    ) == [
        ("C1", "2025-05-01", "low"),
        ("C2", "2025-05-01", "low"),
        ("C2", "2025-05-02", "high"),
    ]
    assert [row[:3] for row in raw.quarantine] == [
        ("case_assessments.csv", 2, "assessed_again_that_day"),
        ("case_assessments.csv", 6, "unknown_category"),
    ]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("C1,ANT,probation,2025-01-10,2025-02-31,,P1", "not_a_date"),
        ("C1,ANT,probation,,2025-02-01,,P1", "missing_value"),
        ("C1,OST,probation,2025-01-10,2025-02-01,,P1", "unknown_office"),
        ("C1,ANT,dancing,2025-01-10,2025-02-01,,P1", "unknown_category"),
        ("C1,ANT,probation,2025-01-10,#N/A,,P1", "spreadsheet_error"),
        ("C1,ANT,probation,2025-01-10,2025-02-01,2024-01-01,P1", "ended_before_opened"),
    ],
)
def test_a_bad_correction_leaves_the_row_it_was_to_replace(row: str, rule: str, deliveries, loaded) -> None:
    raw = loaded(deliveries({"cases.csv": CASES + row + "\n"}))
    assert raw.one("select started_on::varchar, delivery from raw.cases where case_id = 'C1'") == (
        "2025-02-01",
        "1",
    )
    assert [(file, found) for file, _, found, _, _ in raw.quarantine] == [("cases.csv", rule)]
    assert raw.one("select count(*) from raw.case_assignments where case_id = 'C1'") == (2,)
    assert raw.one("select sum(rows_superseded) from raw.loads") == (0,)


def test_the_last_correction_that_can_be_read_counts(deliveries, loaded) -> None:
    good, bad = "C1,ANT,probation,2025-01-10,2025-02-02,,P1\n", "C1,ANT,probation,2025-01-10,x,,P1\n"
    raw = loaded(
        deliveries({"cases.csv": CASES + good}, {"cases.csv": CASES + bad}, {"cases.csv": CASES + bad})
    )
    assert raw.one("select started_on::varchar, delivery from raw.cases where case_id = 'C1'") == (
        "2025-02-02",
        "2",
    )
    assert raw.rows(
        "select delivery, rows_superseded from raw.loads where file = 'cases.csv' order by 1"
    ) == [
        ("1", 1),
        ("2", 0),
        ("3", 0),
        ("4", 0),
    ]


def test_a_bad_correction_of_a_deleted_row_brings_nothing_back(deliveries, loaded) -> None:
    bad, gone = "C1,ANT,probation,2025-01-10,x,,P1\n", "C1,ANT,probation,2025-01-10,,,P1,true\n"
    deleted = CASES.replace("\n", ",is_deleted\n") + gone
    raw = loaded(deliveries({"cases.csv": CASES + bad}, {"cases.csv": deleted}))
    assert raw.one("select count(*) from raw.cases where case_id = 'C1'") == (0,)


def test_a_bad_row_of_a_full_delivery_replaces_all_the_same(deliveries, loaded) -> None:
    home = deliveries()
    write_files(home / "2", SMALL)
    text = (home / "2" / "cases.csv").read_text().replace("2025-01-10", "2025-01-xx")
    (home / "2" / "cases.csv").write_text(text)
    assert loaded(home).one("select count(*) from raw.cases where case_id = 'C1'") == (0,)


def test_a_delta_keeps_what_its_file_does_not_say(deliveries, loaded) -> None:
    cases = "case_id,office_id,supervision_type,received_on\n"
    cases += "C2,ANT,work_penalty,2025-03-01\nC4,ANT,probation,2025-05-01\n"
    shares = "case_id,officer_id,valid_from\nC2,O2,2025-03-05\n"
    raw = loaded(deliveries({"cases.csv": cases, "case_assignments.csv": shares}))
    assert raw.quarantine == []
    columns = "office_id, ended_on::varchar, person_id is null, delivery"
    assert raw.rows(f"select {columns} from raw.cases where case_id in ('C2', 'C4') order by case_id") == [  # noqa: S608
        ("ANT", "2025-09-01", False, "2"),
        ("ANT", None, True, "2"),
    ]
    assert raw.one("select share::varchar from raw.case_assignments where case_id = 'C2'") == ("0.500000000",)


def test_a_delta_that_says_empty_empties(deliveries, loaded) -> None:
    raw = loaded(deliveries({"cases.csv": CASES + "C2,GEN,work_penalty,2025-03-01,,,P2\n"}))
    assert raw.one("select ended_on from raw.cases where case_id = 'C2'") == (None,)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("officer,1\n", "officer,1.05\n", "share_outside_0_1"),
        ("officer,1\n", "chief,1\n", "unknown_category"),
        ("O1,ANT", "O1,OST", "unknown_office"),
        ("O1,ANT,2020-01-01", "O1,ANT,2020-13-01", "not_a_date"),
    ],
)
def test_an_officer_whose_contract_is_set_aside_still_carries_cases(
    old: str, new: str, rule: str, small: Path, loaded
) -> None:
    text = (small / "staff_contracts.csv").read_text().replace(old, new)
    (small / "staff_contracts.csv").write_text(text)
    raw = loaded(small)
    assert [row[:3] for row in raw.quarantine] == [("staff_contracts.csv", 2, rule)]
    assert raw.one("select count(*) from raw.case_assignments where officer_id = 'O1'") == (2,)


CONTRACTS = "officer_id,office_id,valid_from,valid_to,grade,fte\n"
CLOSING = SMALL["delivery.toml"] + 'overlapping_contracts = "close_earlier"\n'


@pytest.mark.parametrize(
    ("rows", "ends"),
    [
        ("O1,ANT,2020-01-01,,officer,1\nO1,ANT,2026-01-01,,officer,0.5\n", ["2026-01-01", None]),
        ("O1,ANT,2026-01-01,,officer,0.5\nO1,ANT,2020-01-01,2027-01-01,officer,1\n", ["2026-01-01", None]),
        (
            "O1,ANT,2020-01-01,,officer,1\nO1,ANT,2021-01-01,,officer,1\nO1,ANT,2022-01-01,,officer,1\n",
            ["2021-01-01", "2022-01-01", None],
        ),
        ("O1,ANT,2020-01-01,2020-06-01,officer,1\nO1,ANT,2021-01-01,,officer,1\n", ["2020-06-01", None]),
        ("O1,ANT,2020-01-01,,officer,1\nO1,ANT,2026-01-01,,officer,1.5\n", [None]),
        ("O1,ANT,2020-01-01,,officer,1\nO1,GEN,2026-01-01,,officer,0.5\n", [None, None]),
    ],
)
def test_a_contract_may_be_told_to_close_the_one_before(rows: str, ends: list, small: Path, loaded) -> None:
    write_files(small, {"staff_contracts.csv": CONTRACTS + "O2,GEN,2020-01-01,,officer,1\n" + rows})
    write_files(small, {"delivery.toml": CLOSING})
    raw = loaded(small)
    found = "select valid_to::varchar from raw.staff_contracts where officer_id = 'O1' order by valid_from"
    assert [end for (end,) in raw.rows(found)] == ends
    assert all(rule != "overlapping_period" for _, _, rule, _, _ in raw.quarantine)


def test_two_contracts_that_begin_together_still_overlap(small: Path, loaded) -> None:
    rows = "O2,GEN,2020-01-01,,officer,1\nO1,ANT,2020-01-01,,officer,1\nO1,ANT,2020-01-02,,officer,0.5\n"
    write_files(small, {"staff_contracts.csv": CONTRACTS + rows})
    assert [row[:3] for row in loaded(small).quarantine] == [("staff_contracts.csv", 4, "overlapping_period")]


def test_another_way_of_overlapping_is_refused(small: Path, loaded) -> None:
    write_files(small, {"delivery.toml": 'overlapping_contracts = "merge"\n'})
    with pytest.raises(BadInputError, match=r"unknown way 'merge'. Allowed: set_aside, close_earlier"):
        loaded(small)
