"""Person data does not come in; persons come in as keyed hashes."""

import hmac
import stat
from io import StringIO
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.contract import ENTITIES
from ingest.errors import BadInputError, MaatwerkError
from ingest.extracts.persons import holds_national_number, plain_heading, refuse_person_data
from ingest.extracts.pseudonyms import hashing_key, pseudonymous
from ingest.progress import Progress
from tests.ingest.small_delivery import write_files


def national_number(born: str, order: int, from_2000: bool = False) -> str:
    body = f"{born}{order:03}"
    return f"{body}{97 - int(('2' if from_2000 else '') + body) % 97:02}"


@pytest.mark.parametrize(
    "number",
    [
        national_number("850730", 33),
        national_number("040229", 17, from_2000=True),
        national_number("852730", 33),
        national_number("000001", 5, from_2000=True),
    ],
)
def test_national_numbers_are_found_plain_and_with_signs(number: str) -> None:
    signed = f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"
    for text in (number, signed, f"see {signed}.", f"rrn:{number}/x", number[:9] + " " + number[9:]):
        assert holds_national_number(text)


def test_other_numbers_are_none() -> None:
    right = national_number("850730", 33)
    wrong_check = right[:9] + f"{(int(right[9:]) + 1) % 97:02}"
    impossible_day = national_number("851399", 33)
    for text in (wrong_check, impossible_day, "1" + right, right + "1", right[:10], "2025-01-10"):
        assert not holds_national_number(text)


def test_a_national_number_is_refused_in_any_searched_column_and_never_shown() -> None:
    number = national_number("850730", 33)
    frame = pl.DataFrame({"remark": ["a", f"x {number} y"], "row_number": [2, 3]})
    with pytest.raises(BadInputError) as refusal:
        refuse_person_data(frame, "cases.csv", ())
    assert "row 3, column 'remark', value '(masked)'" in str(refusal.value)
    assert number not in str(refusal.value)


def test_a_national_number_as_person_id_is_refused(small: Path, loaded) -> None:
    cases = small / "cases.csv"
    cases.write_text(cases.read_text().replace("P2", national_number("850730", 33)))
    with pytest.raises(BadInputError, match=r"row 3, column 'person_id', value '\(masked\)'"):
        loaded(small)


def test_ids_of_cases_offices_and_officers_are_not_searched(small: Path, loaded) -> None:
    number = national_number("850730", 33)
    for file in small.glob("*.csv"):
        file.write_text(file.read_text().replace("C1", number).replace("O1", number))
    assert loaded(small).quarantine == []


@pytest.mark.parametrize(
    "heading",
    ["Name", "VOORNAAM", "Nom de famille", "dateOfBirth", "N.I.S.S", "e-mail", "voornaam verdachte"],
)
def test_headings_of_person_data_are_found_however_written(heading: str) -> None:
    frame = pl.DataFrame({heading: ["x"], "row_number": [2]})
    with pytest.raises(BadInputError, match="a column of person data"):
        refuse_person_data(frame, "cases.csv", ())


def test_office_name_is_no_person() -> None:
    refuse_person_data(
        pl.DataFrame({"office_name": ["x"], "row_number": [2]}), "offices.csv", ("office_name",)
    )


def test_a_plain_heading_has_no_capitals_accents_or_signs() -> None:
    assert plain_heading("  Naam (Cliënt) ") == "naam_client"
    assert plain_heading("birthDate") == "birth_date"


def test_persons_are_hashed_alike_in_every_build_and_unlike_households(small: Path, loaded) -> None:
    cases = "case_id,office_id,supervision_type,received_on,person_id,household_id\n"
    rows = (
        "C1,ANT,probation,2025-01-10,7,7\nC2,GEN,probation,2025-03-01,8,\nC3,GEN,probation,2025-04-01,7,7\n"
    )
    write_files(small, {"cases.csv": cases + rows})
    first = loaded(small).rows("select person_id, household_id from raw.cases order by case_id")
    again = loaded(small, folder="again")
    assert first == again.rows("select person_id, household_id from raw.cases order by case_id")
    assert first[0] == first[2] != first[1]
    assert first[1][1] is None
    assert first[0][0] != first[0][1]
    assert {len(value) for row in first for value in row if value} == {32}


def test_no_original_person_id_is_written_anywhere_quarantine_included(
    small: Path, loaded, tmp_path: Path
) -> None:
    rows = "C1,ANT,probation,2025-01-10,PERSON-SECRET-1\nC9,OST,probation,2025-01-10,PERSON-SECRET-2\n"
    write_files(small, {"cases.csv": "case_id,office_id,supervision_type,received_on,person_id\n" + rows})
    raw = loaded(small)
    record = raw.one("select record from raw.quarantine where file = 'cases.csv'")[0]
    assert '"case_id":"C9"' in record
    assert "SECRET" not in record
    assert b"PERSON-SECRET" not in (tmp_path / "build" / "work.duckdb").read_bytes()


def test_the_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    key_file = tmp_path / "home" / "hashing.key"
    key = hashing_key(key_file)
    assert len(key) == 32
    assert stat.S_IMODE(key_file.stat().st_mode) == 0o600
    assert hashing_key(key_file) == key


def test_a_damaged_key_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "hashing.key").write_bytes(b"short")
    with pytest.raises(MaatwerkError, match="does not hold 32 bytes"):
        hashing_key(tmp_path / "hashing.key")


def test_another_key_gives_other_hashes() -> None:
    frame = pl.DataFrame({"person_id": ["7"]})
    columns = list(ENTITIES["cases"].columns)
    hashes = {pseudonymous(frame, columns, bytes([number]) * 32)["person_id"][0] for number in range(2)}
    assert len(hashes) == 2
    assert "7" not in hashes


@given(
    texts=st.lists(st.text(max_size=200), min_size=1, unique=True), key=st.binary(min_size=32, max_size=32)
)
def test_a_hash_is_the_hmac_of_the_text_under_a_key_of_its_column(texts: list[str], key: bytes) -> None:
    columns = list(ENTITIES["cases"].columns)
    found = pseudonymous(pl.DataFrame({"person_id": texts}), columns, key)["person_id"].to_list()
    own_key = hmac.digest(key, b"person_id", "sha256")
    expected = [hmac.digest(own_key, text.encode(), "sha256").hex()[:32] for text in texts]
    # what reads like an error of a spreadsheet stays, for the rule that sets its row aside
    assert all(one in (hashed, text) for one, hashed, text in zip(found, expected, texts, strict=True))
    assert [one for one, text in zip(found, texts, strict=True) if one == text and text[:1] != "#"] == []


@pytest.mark.parametrize("kind", [pl.String, pl.Int64, pl.Float64])
@pytest.mark.parametrize("extension", ["parquet", "xlsx"])
def test_a_national_number_is_found_however_a_file_keeps_it(
    extension: str, kind: pl.DataType, small: Path, loaded
) -> None:
    cases = pl.read_csv(small / "cases.csv", infer_schema=False)
    (small / "cases.csv").unlink()
    persons = pl.Series("person_id", [national_number("850730", 33)] * cases.height).cast(kind)
    changed = cases.with_columns(persons)
    path = small / f"cases.{extension}"
    changed.write_parquet(path) if extension == "parquet" else changed.write_excel(path)
    with pytest.raises(BadInputError, match=r"column 'person_id', value '\(masked\)'"):
        loaded(small)


@pytest.mark.parametrize(
    "content",
    [
        "case_id,office_id,supervision_type,received_on\n{0},ANT,probation,2025-01-10\n{0},ANT,probation,2025-01-11\n",
        "C1,ANT,probation,2025-01-10,{0}\n",
        "C1,ANT,{0},{0}\n",
        "C1,ANT,Jan Peeters,Jan Peeters\n",
        "C1,ANT,probation,2025-01-10,Jan Peeters\n",
    ],
    ids=["duplicate id", "no header", "no header, number twice", "no header, name twice", "no header, name"],
)
def test_no_refusal_shows_a_number_or_what_stands_where_a_header_should(
    content: str, small: Path, loaded
) -> None:
    number = national_number("850730", 33)
    write_files(small, {"cases.csv": content.format(number)})
    with pytest.raises(BadInputError) as refusal:
        loaded(small)
    assert number not in str(refusal.value)
    assert "Peeters" not in str(refusal.value)


def test_a_note_of_the_build_shows_no_national_number() -> None:
    shown = StringIO()
    Progress(shown).note(f"{national_number('850730', 33)}.csv: ignored")
    assert shown.getvalue() == "(masked).csv: ignored\n"


def test_a_mapped_file_without_header_is_not_quoted(small: Path, loaded) -> None:
    write_files(small, {"personeel.csv": "Jan Peeters,ANT\n"})
    mapping = (
        '[[tables]]\nentity = "posts"\nfile = "personeel.csv"\n[tables.columns]\npost_id = "nr"\n'
        'office_id = "dienst"\ngrade = "graad"\nfte = "vte"\nstatus = "stand"\n'
    )
    with pytest.raises(BadInputError, match="a first row that names no column of the mapping") as refusal:
        loaded(small, mapping)
    assert "Peeters" not in str(refusal.value)
