"""Values as spreadsheets, databases and people leave them: none is taken for another."""

import io
from pathlib import Path

import polars as pl
import pytest

from ingest.checks.dated_ids import ids_before_dates
from ingest.errors import BadInputError
from ingest.intake.load import load_raw
from ingest.order import Build, Order
from ingest.progress import Progress
from tests.ingest.small_delivery import BUILT_AT, Raw, write_files


@pytest.fixture
def said(tmp_path: Path, seeds: Path):
    """Load a folder; its raw schema, and what was said on the way."""

    def run(extracts: Path) -> tuple[Raw, str]:
        stream = io.StringIO()
        this = Build("build-1", BUILT_AT, tmp_path / "build")
        this.folder.mkdir()
        load_raw(Order(extracts, seeds=seeds, key=tmp_path / "key"), this, Progress(stream))
        return Raw(this.work_file), stream.getvalue()

    return run


def changed(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


ERRORS = ["#N/A", "#N/B", "#REF!", "#VERW!", "#VALEUR!", "#DEEL/0!", "#NAAM?", "#NAME?", "####", "Err:502"]


@pytest.mark.parametrize("error", ERRORS)
def test_the_error_of_a_spreadsheet_is_never_empty_nor_a_value(error: str, small: Path, loaded) -> None:
    changed(small, "cases.csv", "2025-09-01", error)
    changed(small, "offices.csv", "Gent", error)
    rows = loaded(small).quarantine
    assert ("cases.csv", 3, "spreadsheet_error", "ended_on", error) in rows
    assert ("offices.csv", 3, "spreadsheet_error", "office_name", error) in rows


@pytest.mark.parametrize("text", ["#", "#5", "# open", "C#", "Err: 5", "#n"])
def test_a_text_with_such_a_sign_is_a_text(text: str, small: Path, loaded) -> None:
    changed(small, "offices.csv", "Gent", text)
    assert loaded(small).quarantine == []


def test_errors_among_person_ids_and_keys_set_their_rows_aside(small: Path, loaded) -> None:
    changed(small, "cases.csv", "P2", "#N/A")
    changed(small, "tasks.csv", "T1", "#REF!")
    changed(small, "tasks.csv", "T2", "#REF!")
    raw = loaded(small)
    assert ("cases.csv", 3, "spreadsheet_error", "person_id", "#N/A") in raw.quarantine
    assert [row[:4] for row in raw.quarantine if row[0] == "tasks.csv"] == [
        ("tasks.csv", 2, "spreadsheet_error", "task_id"),
        ("tasks.csv", 3, "spreadsheet_error", "task_id"),
    ]


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u00ad", "\u200e", "\u2060", "\u00a0"])
def test_signs_that_nobody_sees_are_not_part_of_an_id(sign: str, small: Path, loaded) -> None:
    changed(small, "cases.csv", "C3,GEN", f"C3{sign},{sign}GEN")
    changed(small, "cases.csv", "ended_on", f"ended_on{sign}")
    raw = loaded(small)
    assert raw.quarantine == []
    assert raw.one("select count(*) from raw.cases where case_id = 'C3' and office_id = 'GEN'") == (1,)


def test_spaces_of_every_kind_are_spaces_and_accents_one_letter(small: Path, loaded) -> None:
    changed(small, "offices.csv", "GEN,Gent", "Lie\u0300ge\u202fa,Gent")
    changed(small, "cases.csv", "GEN", "Li\u00e8ge\u00a0a")
    changed(small, "staff_contracts.csv", "GEN", "Li\u00e8ge a")
    changed(small, "tasks.csv", "GEN", "Lie\u0300ge a")
    raw = loaded(small)
    assert raw.quarantine == []
    assert raw.one("select count(*) from raw.cases where office_id = 'Li\u00e8ge a'") == (2,)


def test_ids_that_all_became_floats_are_whole_numbers_and_others_are_texts(small: Path, loaded) -> None:
    write_files(
        small,
        {
            "tasks.csv": "task_id,task_type,office_id,officer_id,requested_on\n"
            "1.0,progress_report,ANT,,2025-05-01\n2.0,progress_report,GEN,,2025-05-01\n",
            "posts.csv": "post_id,office_id,grade,fte,status\n"
            "1.0,ANT,officer,1,vacant\n1.5,GEN,officer,1,vacant\n",
        },
    )
    raw = loaded(small)
    assert raw.rows("select task_id from raw.tasks order by 1") == [("1",), ("2",)]
    assert raw.rows("select post_id from raw.posts order by 1") == [("1.0",), ("1.5",)]


@pytest.mark.parametrize("shortened", ["2.02605E+11", "2,02605E+11", "1E+15"])
def test_an_id_that_a_spreadsheet_shortened_is_refused(shortened: str, small: Path, loaded) -> None:
    changed(small, "tasks.csv", "T2", f'"{shortened}"')
    with pytest.raises(BadInputError) as refusal:
        loaded(small)
    assert "row 3, column 'task_id', a number that a spreadsheet shortened. Format the column" in str(
        refusal.value
    )


def test_an_id_that_only_resembles_one_is_an_id(small: Path, loaded) -> None:
    changed(small, "tasks.csv", "T2", "12E3")
    assert loaded(small).one("select count(*) from raw.tasks where task_id = '12E3'") == (1,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2025-01-01", "1-2025"),
        ("2025-01-01", "01/2025"),
        ("2025-04-03", "3-4"),
        ("2025-04-03", "4/3"),
        ("2025-04-03", "03/04/25"),
        ("3/04/2025", "2025-04-03"),
        ("1/01/2025", "1-2025"),
        ("3-apr", "3/4"),
        ("03-mrt-25", "3-3-25"),
        ("jan/25", "1-25"),
        ("mei-2025", "05-2025"),
        ("1 août", "1-8"),
    ],
)
def test_a_date_may_have_been_an_id(text: str, meant: str) -> None:
    assert meant in ids_before_dates(text)


@pytest.mark.parametrize("text", ["C1", "31-feb", "2025-13-01", "", "12345"])
def test_what_is_no_date_was_no_id_of_that_kind(text: str) -> None:
    assert ids_before_dates(text) == set()


@pytest.mark.parametrize(
    ("known", "written", "how"),
    [
        ("0007", "7", "with other zeros in front"),
        ("7", "0007", "with other zeros in front"),
        ("C-1", "c 1", "in other capitals, spaces or signs"),
        ("3-4", "2025-04-03", "as it was before a spreadsheet made a date of it"),
    ],
)
def test_an_unknown_id_says_how_it_is_known(known: str, written: str, how: str, small: Path, said) -> None:
    changed(small, "cases.csv", "C1,", f"{known},")
    changed(small, "tasks.csv", "C1,", f"{known},")
    changed(small, "case_flags.csv", "C1,", f"{known},")
    changed(small, "case_assignments.csv", "C1,", f"{written},")
    raw, text = said(small)
    assert (
        f"case_assignments.csv: 2 rows name a case_id that is unknown as it is written and known {how}"
        in text
    )
    hints = "select hint, count(*) from raw.quarantine where rule = 'unknown_case' group by all"
    assert raw.rows(hints) == [(f"known as {known}", 2)]


def test_an_id_that_two_others_resemble_gets_no_hint(small: Path, said) -> None:
    changed(small, "cases.csv", "C1,", "c-3,")
    changed(small, "case_assignments.csv", "C2,", "c3,")
    changed(small, "cases.csv", "C2,", "c 3,")
    raw, text = said(small)
    assert "known in other capitals" not in text
    assert raw.rows("select distinct hint from raw.quarantine where rule = 'unknown_case'") == [(None,)]


def contracts(*shares: str) -> str:
    rows = "".join(f'O{i};ANT;2020-01-01;officer;"{fte}"\n' for i, fte in enumerate(shares, start=1))
    return "officer_id;office_id;valid_from;grade;fte\n" + rows


@pytest.mark.parametrize(
    ("shares", "read"),
    [(("1", "0,8"), [1, 0.8]), (("0,500", "1"), [0.5, 1]), (("1,000", "1"), [1, 1])],
)
def test_a_share_with_a_decimal_comma_is_read(shares, read, small: Path, loaded) -> None:
    write_files(small, {"staff_contracts.csv": contracts(*shares)})
    found = loaded(small).rows("select fte from raw.staff_contracts order by officer_id")
    assert [float(fte) for (fte,) in found] == read


def test_a_comma_beside_a_point_is_set_aside(small: Path, loaded) -> None:
    write_files(small, {"staff_contracts.csv": contracts("0.5", "0,8")})
    assert ("staff_contracts.csv", 3, "not_a_number", "fte", "0,8") in loaded(small).quarantine


FIGURES = "source;edition;period_start_on;period_end_on;measure;value;unit\n"


@pytest.mark.parametrize(
    ("values", "read"),
    [
        (("1,234", "5,678"), []),
        (("1,234", "5,5"), [1.234, 5.5]),
        (("1,234", "0,125"), [0.125, 1.234]),
        (("1,234", "5.5"), [5.5]),
        (("1,234,567", "0,5"), [0.5]),
    ],
)
def test_a_comma_before_three_digits_is_decimal_only_beside_one_that_must_be(
    values, read, small: Path, loaded
) -> None:
    rows = "".join(f"s;{i};2025-01-01;2026-01-01;m;{value};cases\n" for i, value in enumerate(values))
    write_files(small, {"published_figures.csv": FIGURES + rows})
    found = loaded(small).rows("select value from raw.published_figures order by value")
    assert [float(value) for (value,) in found] == read


@pytest.mark.parametrize("number", ["1051733376", "1051733376.0", "51733376"])
def test_a_national_number_that_lost_its_zeros_is_found(number: str, small: Path, loaded) -> None:
    full = number.split(".")[0].zfill(11)
    body = int("2" + full[:9])
    number = f"{int(full[:9] + f'{97 - body % 97:02}')}{'.0' if '.' in number else ''}"
    changed(small, "cases.csv", "P2", number)
    with pytest.raises(BadInputError) as refusal:
        loaded(small)
    assert "column 'person_id', value '(masked)', a Belgian national number" in str(refusal.value)
    assert number not in str(refusal.value)


def test_opaque_numbers_of_ten_digits_are_no_national_numbers(small: Path, loaded) -> None:
    changed(small, "cases.csv", "P1", "1234567890")
    changed(small, "cases.csv", "P2", "9876543210")
    assert loaded(small).quarantine == []


@pytest.mark.parametrize("word", ["Total", "totaal", "ENSEMBLE", "Alle kantoren"])
def test_a_total_among_offices_is_said(word: str, small: Path, said) -> None:
    rows = f"s;1;2025-01-01;2026-01-01;m;1;cases;ANT\ns;1;2025-01-01;2026-01-01;m;1;cases;{word}\n"
    for name in ("offices.csv", "staff_contracts.csv", "cases.csv", "case_assignments.csv", "case_flags.csv"):
        (small / name).unlink()
    (small / "tasks.csv").unlink()
    write_files(small, {"published_figures.csv": FIGURES.replace("unit", "unit;office_id") + rows})
    _, text = said(small)
    assert f"published_figures.csv: office_id '{word}' (row 3, 1 in all) reads as a total" in text


def test_a_parquet_file_of_floats_joins_what_is_written_as_whole_numbers(small: Path, loaded) -> None:
    for name in ("cases.csv", "case_assignments.csv", "case_flags.csv", "tasks.csv"):
        changed(small, name, "C1,", "1,")
    flags = pl.DataFrame(
        {"case_id": [1.0, None], "flag": ["suspended"] * 2, "valid_from": ["2025-05-01"] * 2}
    )
    (small / "case_flags.csv").unlink()
    flags.drop_nulls().write_parquet(small / "case_flags.parquet")
    assert loaded(small).quarantine == []
