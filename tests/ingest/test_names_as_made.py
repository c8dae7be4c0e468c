"""Names of files as people, browsers and spreadsheet programs make them."""

from pathlib import Path

import pytest

from ingest.errors import BadInputError
from ingest.extracts.names import refuse_misleading_name


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("case_assignments (1).csv", "is case_assignments.csv meant?"),
        (
            "cases_2026-06.csv",
            "is cases.csv meant?). Rename it to cases.csv, or give it a name that does not",
        ),
        ("cases - kopie.xlsx", "is cases.xlsx meant?"),
        ("Copy of staff_contracts.parquet", "is staff_contracts.parquet meant?"),
        ("2026-06 Case Assignments.csv", "is case_assignments.csv meant?"),
        ("Cases.csv", "is cases.csv meant?"),
        ("cases.csv.csv", "is cases.csv meant?"),
        ("cases_ANT.csv", "is cases.csv meant?"),
        ("cases", "is cases.csv meant?"),
        ("cases/", "is cases.csv meant?"),
        (
            "cases.xls",
            "cases in a format that is not read (.xls). Open it in a spreadsheet program and save it",
        ),
        ("cases.xlsb", "(.xlsb)"),
        ("cases.ods", "(.ods). Open it in a spreadsheet program and save it as cases.xlsx."),
        ("cases.sav", "(.sav). Export it as CSV in UTF-8, named cases.csv."),
        ("cases.txt", "(.txt). Deliver it as cases.csv, in UTF-8 with commas or semicolons"),
        ("cases.csv.txt", "(.txt)"),
        ("cases.tsv", "(.tsv)"),
        ("cases.csv.gz", "(.gz). Unpack it and deliver the file that is in it as cases.csv"),
        ("cases 2026.zip", "cases in a format that is not read (.zip)"),
        ("cases.json", "(.json)"),
        ("delivery.toml.txt", "is delivery.toml meant?"),
        ("delivery (2).toml", "is delivery.toml meant?"),
        ("delivery.txt", "is delivery.toml meant?"),
    ],
)
def test_a_name_that_was_meant_to_be_an_entity_is_refused(name: str, message: str) -> None:
    with pytest.raises(BadInputError) as refusal:
        refuse_misleading_name(name)
    assert message in str(refusal.value)
    assert repr(name) in str(refusal.value)


@pytest.mark.parametrize(
    "name",
    [
        "cases.csv",
        "case_offices.XLSX",
        "case_flags.xlsm",
        "delivery.toml",
        "lees mij.txt",
        "cases.pdf",
        "showcases.csv",
        "~$cases.xlsx",
        ".~lock.cases.csv#",
        "._cases.csv",
        ".DS_Store",
        "Thumbs.db",
        "mapping.toml",
    ],
)
def test_any_other_name_is_left_alone(name: str) -> None:
    refuse_misleading_name(name)


@pytest.mark.parametrize("lock", ["~$cases.csv", ".~lock.cases.csv#"])
def test_a_lock_file_says_which_file_is_open(lock: str, small: Path, loaded, capsys) -> None:
    (small / lock).write_bytes(b"\x04user")
    raw = loaded(small)
    assert raw.rows("select file, status from raw.loads where status = 'ignored'") == [(lock, "ignored")]


def test_a_folder_of_deliveries_may_be_called_anything(small: Path, loaded, tmp_path: Path) -> None:
    home = tmp_path / "all"
    home.mkdir()
    small.rename(home / "cases")
    assert loaded(home).one("select count(*) from raw.cases") == (3,)


def test_a_name_that_is_no_text_is_refused_as_it_can_be_shown(small: Path, loaded) -> None:
    (small / "Li\udce8ge.txt").write_bytes(b"x")
    with pytest.raises(BadInputError, match=r"Li\\\\udce8ge.txt', a file name that is not UTF-8. Rename it"):
        loaded(small)


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Ended_on", "ended_on"),
        ("ended on", "ended_on"),
        ("EndedOn", "ended_on"),
        ("ended-on", "ended_on"),
        ("endd_on", "ended_on"),
        ("expected_end_onn", "expected_end_on"),
        ("Sex", "sex"),
        ("end_reson", "end_reason"),
    ],
)
def test_a_heading_near_a_column_is_refused(heading: str, meant: str, small: Path, loaded) -> None:
    text = (small / "cases.csv").read_text().replace("ended_on", heading, 1)
    (small / "cases.csv").write_text(text)
    with pytest.raises(BadInputError) as refusal:
        loaded(small)
    assert f"column {heading!r}, a misspelt column (is {meant} meant?). Rename it to {meant}" in str(
        refusal.value
    )


@pytest.mark.parametrize("heading", ["set", "ref", "age", "type", "remark", "case_type", "ended"])
def test_a_heading_of_the_agency_s_own_is_left_aside(heading: str, small: Path, loaded) -> None:
    text = (small / "cases.csv").read_text().replace("person_id\n", f"{heading}\n", 1)
    (small / "cases.csv").write_text(text)
    assert loaded(small).one("select count(*), count(person_id) from raw.cases") == (3, 0)


def test_a_heading_near_a_column_that_is_there_is_another(small: Path, loaded) -> None:
    text = (small / "cases.csv").read_text().replace("person_id\n", "ended_no\n", 1)
    (small / "cases.csv").write_text(text)
    assert loaded(small).one("select count(ended_on) from raw.cases") == (1,)


@pytest.mark.parametrize("name", ["bron (1).csv", "Bron.csv", "bron.xlsx", "bron-2026.csv", "bron.csv.gz"])
def test_a_name_near_that_of_an_optional_file_of_a_mapping_is_refused(name: str, small: Path, loaded) -> None:
    (small / "posts.csv").unlink(missing_ok=True)
    (small / name).write_text("id\nV1\n")
    mapping = """
[[tables]]
entity = "posts"
file = "bron.csv"
optional = true
[tables.columns]
post_id = "id"
office_id = {constant = "ANT"}
grade = {constant = "officer"}
fte = {constant = "1"}
status = {constant = "vacant"}
"""
    with pytest.raises(BadInputError, match=r"a misspelt file name \(is bron.csv meant\?\)"):
        loaded(small, mapping)
    (small / name).rename(small / "bron.csv")
    assert loaded(small, mapping).one("select count(*) from raw.posts") == (1,)


def test_columns_that_are_not_loaded_are_in_the_ledger_without_the_name_of_a_person(
    small: Path, loaded
) -> None:
    text = (small / "offices.csv").read_text().replace("office_name", "office_name,remark,Jan Peeters")
    (small / "offices.csv").write_text(text.replace("Antwerpen", "Antwerpen,x,1").replace("Gent", "Gent,y,2"))
    assert loaded(small).one("select not_loaded from raw.loads where file = 'offices.csv'") == (
        "column remark; columns with other headings: 1",
    )
