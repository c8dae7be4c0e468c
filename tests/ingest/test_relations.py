"""Rules between rows: unknown, hanging and overlapping ones."""

from pathlib import Path

from tests.ingest.small_delivery import write_files


def add(small: Path, name: str, *lines: str) -> None:
    with (small / name).open("a", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def test_everything_that_hangs_on_a_quarantined_case_goes_with_it(small: Path, loaded) -> None:
    cases = small / "cases.csv"
    cases.write_text(cases.read_text().replace("C1,ANT", "C1,OST"))
    assert [row[:4] for row in loaded(small).quarantine] == [
        ("case_assignments.csv", 2, "hangs_on_quarantined", "case_id"),
        ("case_assignments.csv", 3, "hangs_on_quarantined", "case_id"),
        ("case_flags.csv", 2, "hangs_on_quarantined", "case_id"),
        ("cases.csv", 2, "unknown_office", "office_id"),
        ("tasks.csv", 2, "hangs_on_quarantined", "case_id"),
    ]


def test_a_quarantined_office_takes_contracts_officers_cases_and_assignments_along(
    small: Path, loaded
) -> None:
    write_files(small, {"offices.csv": "office_id,office_name\nANT,Antwerpen\nGEN,\n"})
    raw = loaded(small)
    assert raw.rows("select officer_id from raw.staff_contracts") == [("O1",)]
    assert raw.rows("select case_id from raw.cases") == [("C1",)]
    hanging = [row[:2] for row in raw.quarantine if row[2] == "hangs_on_quarantined"]
    assert ("staff_contracts.csv", 3) in hanging
    assert ("case_assignments.csv", 4) in hanging


def test_a_predecessor_nobody_knows_quarantines_its_successors_one_after_the_other(
    small: Path, loaded
) -> None:
    offices = "office_id,office_name,predecessor_office_id\nANT,A,\nGEN,G,\nB,B,A\nA,A,X\n"
    write_files(small, {"offices.csv": offices})
    assert [row[1:4] for row in loaded(small).quarantine] == [
        (4, "hangs_on_quarantined", "predecessor_office_id"),
        (5, "unknown_office", "predecessor_office_id"),
    ]


def test_an_officer_is_known_whatever_the_dates_of_the_contract(small: Path, loaded) -> None:
    add(small, "staff_contracts.csv", "O3,ANT,2030-01-01,,officer,1")
    add(small, "case_assignments.csv", "C3,O3,2025-05-01,,")
    assert loaded(small).quarantine == []


def test_without_contracts_every_officer_is_known(small: Path, loaded) -> None:
    (small / "staff_contracts.csv").unlink()
    add(small, "case_assignments.csv", "C3,O99,2025-05-01,,")
    assert loaded(small).quarantine == []


def test_with_an_empty_list_of_contracts_no_officer_is_known(small: Path, loaded) -> None:
    write_files(small, {"staff_contracts.csv": "officer_id,office_id,valid_from,grade,fte\n"})
    rules = [row[2] for row in loaded(small).quarantine]
    assert rules == ["unknown_officer"] * 4


def test_without_offices_every_office_is_known_and_called_by_its_id(small: Path, loaded) -> None:
    (small / "offices.csv").unlink()
    raw = loaded(small)
    assert raw.rows("select office_id, office_name, file from raw.offices") == [
        ("ANT", "ANT", ""),
        ("GEN", "GEN", ""),
    ]
    assert raw.one("select is_delivered from raw.delivered_entities where entity = 'offices'") == (False,)


def test_of_two_overlapping_periods_the_one_that_starts_later_goes(small: Path, loaded) -> None:
    rows = ["C3,O1,2025-08-01,2025-09-01,", "C3,O1,2025-05-01,2025-08-02,", "C3,O1,2025-09-01,,"]
    add(small, "case_assignments.csv", *rows)
    assert [row[1:] for row in loaded(small).quarantine] == [
        (5, "overlapping_period", "valid_from", "2025-08-01")
    ]


def test_of_two_periods_that_start_together_the_one_that_stands_later_goes(small: Path, loaded) -> None:
    add(
        small, "staff_contracts.csv", "O3,ANT,2025-01-01,2025-02-01,officer,1", "O3,GEN,2025-01-01,,officer,1"
    )
    assert loaded(small).quarantine == []
    duplicate = "officer_id,office_id,valid_from,grade,fte\nO3,ANT,2025-01-01,officer,0.5\n"
    delta = {"staff_contracts.csv": duplicate.replace("2025-01-01", "2025-01-31")}
    settings = {"delivery.toml": 'kind = "delta"\nsource_system = "small"\nas_of = 2026-06-30\n'}
    parent = small.parent / "both"
    parent.mkdir()
    small.rename(parent / "1")
    write_files(parent / "2", delta | settings)
    assert [row[1:3] for row in loaded(parent).quarantine] == [(2, "overlapping_period")]


def test_periods_that_touch_or_are_empty_never_overlap(small: Path, loaded) -> None:
    rows = ["C3,O1,2025-05-01,2025-06-01,", "C3,O1,2025-06-01,2025-07-01,", "C3,O1,2025-05-10,2025-05-10,"]
    add(small, "case_assignments.csv", *rows)
    assert loaded(small).quarantine == []


def test_a_period_that_goes_does_not_push_out_a_third(small: Path, loaded) -> None:
    rows = ["C3,O1,2025-05-01,2025-06-01,", "C3,O1,2025-05-20,2025-12-01,", "C3,O1,2025-07-01,2025-08-01,"]
    add(small, "case_assignments.csv", *rows)
    assert [row[1] for row in loaded(small).quarantine] == [6]


def test_overlapping_reductions_and_two_offices_of_one_officer_are_fine(small: Path, loaded) -> None:
    reductions = (
        "officer_id,reason,valid_from,valid_to,share\n"
        "O1,absence,2025-01-01,2025-03-01,0.4\n"
        "O1,absence,2025-02-01,,0.8\n"
    )
    write_files(small, {"staff_reductions.csv": reductions})
    add(small, "staff_contracts.csv", "O1,GEN,2021-01-01,,officer,0.8")
    assert loaded(small).quarantine == []


def test_assignments_and_flags_outside_the_open_days_are_loaded(small: Path, loaded) -> None:
    add(small, "case_assignments.csv", "C2,O1,2024-01-01,2024-02-01,", "C2,O1,2026-01-01,,")
    add(small, "case_flags.csv", "C2,suspended,2026-01-01")
    assert loaded(small).quarantine == []


def test_a_row_stands_in_quarantine_once_under_its_first_rule(small: Path, loaded) -> None:
    add(small, "case_assignments.csv", "C9,O9,2025-02-31,2024-01-01,1.5")
    assert [row[1:] for row in loaded(small).quarantine] == [(5, "not_a_date", "valid_from", "2025-02-31")]


def test_plans_may_lie_after_as_of(small: Path, loaded) -> None:
    posts = "post_id,office_id,grade,fte,status,expected_start_on\nV1,ANT,officer,1,vacant,2027-01-01\n"
    write_files(small, {"posts.csv": posts})
    add(small, "staff_contracts.csv", "O4,ANT,2026-09-01,,officer,1")
    add(small, "case_assignments.csv", "C3,O1,2025-05-01,2027-05-01,")
    assert loaded(small).quarantine == []


def test_not_assessed_and_empty_optional_categories_are_known(small: Path, loaded) -> None:
    assessments = (
        "case_id,assessed_on,risk_level\nC1,2025-03-01,not_assessed\nC2,2025-04-01,high\nC3,2025-05-01,any\n"
    )
    write_files(small, {"case_assessments.csv": assessments})
    assert [row[1:] for row in loaded(small).quarantine] == [(4, "unknown_category", "risk_level", "any")]
