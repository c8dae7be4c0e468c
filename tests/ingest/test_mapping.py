"""Every feature of a mapping, each on a file in a layout of its own."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from ingest.errors import BadInputError
from tests.ingest.small_delivery import write_files

CASES_TABLE = """
[[tables]]
entity = "cases"
file = "zaken.csv"
[tables.columns]
case_id = "nr"
office_id = {constant = "ANT"}
supervision_type = {constant = "probation"}
received_on = "begin"
"""
CASES = "select case_id, office_id, supervision_type, received_on, ended_on from raw.cases order by case_id"
DAY = dt.date


def cases_table(*columns: str, head: str = "", tail: str = "") -> str:
    return (
        f'[[tables]]\nentity = "cases"\nfile = "zaken.csv"\n{head}\n[tables.columns]\n'
        + "\n".join(columns)
        + tail
    )


def test_other_names_separator_and_constants(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "nr|begin\n1|2025-01-10\n"})
    raw = loaded(folder, '[formats]\nseparator = "|"\n' + CASES_TABLE)
    assert raw.rows(CASES) == [("1", "ANT", "probation", DAY(2025, 1, 10), None)]


def test_dates_in_several_formats_are_cut_to_the_day_and_others_go_to_quarantine(tmp_path, loaded) -> None:
    begins = ["31-12-2024 23:59", "1/2/2025", "2025-03-04", "31-02-2025 10:00", "5-6-25 10:00"]
    rows = "".join(f"{i},{begin}\n" for i, begin in enumerate(begins))
    folder = write_files(tmp_path / "d", {"zaken.csv": "nr,begin\n" + rows})
    raw = loaded(folder, '[formats]\ndates = ["%d-%m-%Y %H:%M", "%d/%m/%Y"]\n' + CASES_TABLE)
    assert [row[3] for row in raw.rows(CASES)] == [DAY(2024, 12, 31), DAY(2025, 2, 1), DAY(2025, 3, 4)]
    assert [row[2:] for row in raw.quarantine] == [
        ("not_a_date", "received_on", "31-02-2025 10:00"),
        ("not_a_date", "received_on", "5-6-25 10:00"),
    ]


def test_native_times_of_parquet_are_cut_whatever_the_formats_say_of_texts(tmp_path: Path, loaded) -> None:
    (tmp_path / "d").mkdir()
    times = pl.DataFrame({"nr": [1], "begin": [dt.datetime(2025, 3, 4, 13, 45)]})
    times.write_parquet(tmp_path / "d" / "zaken.parquet")
    mapping = CASES_TABLE.replace("zaken.csv", "zaken.parquet")
    for formats in ("", '[formats]\ndates = ["%d/%m/%Y"]\n', '[formats]\ndates = ["%Y-%m-%d %H:%M:%S"]\n'):
        raw = loaded(tmp_path / "d", formats + mapping)
        assert raw.rows(CASES) == [("1", "ANT", "probation", DAY(2025, 3, 4), None)]


def test_an_inclusive_end_becomes_the_first_day_that_no_longer_counts(tmp_path: Path, loaded) -> None:
    folder = write_files(
        tmp_path / "d", {"zaken.csv": "nr,begin,einde\n1,2024-01-10,2024-02-29\n2,2024-01-10,\n"}
    )
    raw = loaded(folder, CASES_TABLE + 'ended_on = {column = "einde", inclusive_end = true}\n')
    assert [row[4] for row in raw.rows(CASES)] == [DAY(2024, 3, 1), None]


def test_a_value_that_means_endless_is_translated_to_empty(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "nr,begin,einde\n1,2024-01-10,31/12/9999\n"})
    ended = 'ended_on = {column = "einde", inclusive_end = true, values = {"31/12/9999" = ""}}\n'
    assert loaded(folder, CASES_TABLE + ended).rows(CASES)[0][4] is None


def test_values_are_translated_and_others_kept_as_they_stand(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "nr,soort\n1,Probatie\n2,probation\n3,Anders\n"})
    mapping = cases_table(
        'case_id = "nr"',
        'office_id = {constant = "ANT"}',
        'supervision_type = {column = "soort", values = {"Probatie" = "probation"}}',
        'received_on = {constant = "2025-01-01"}',
    )
    raw = loaded(folder, mapping)
    assert [row[2] for row in raw.rows(CASES)] == ["probation", "probation"]
    assert [row[2:] for row in raw.quarantine] == [("unknown_category", "supervision_type", "Anders")]


def test_an_empty_value_is_filled_by_a_constant_or_by_another_column(tmp_path: Path, loaded) -> None:
    folder = write_files(
        tmp_path / "d", {"zaken.csv": "nr,dienst,begin,start\n1,GEN,,2025-02-02\n2,,2025-01-01,\n"}
    )
    mapping = cases_table(
        'case_id = "nr"',
        'office_id = {column = "dienst", if_empty = "ANT"}',
        'supervision_type = {constant = "probation"}',
        'received_on = {first_of = ["begin", "start"]}',
    )
    assert loaded(folder, mapping).rows(CASES) == [
        ("1", "GEN", "probation", DAY(2025, 2, 2), None),
        ("2", "ANT", "probation", DAY(2025, 1, 1), None),
    ]


def test_decimal_comma_and_thousands(tmp_path: Path, loaded) -> None:
    contracts = "wie;vte\nO1;0,75\n"
    figures = "jaar;uitgaven\n2024;1.234.567,89\n"
    folder = write_files(tmp_path / "d", {"personeel.csv": contracts, "cijfers.csv": figures})
    raw = loaded(
        folder,
        """
        [formats]
        decimal = ","
        thousands = "."
        [[tables]]
        entity = "staff_contracts"
        file = "personeel.csv"
        columns = {officer_id = "wie", office_id = {constant = "ANT"}, valid_from = {constant = "2020-01-01"}, grade = {constant = "officer"}, fte = "vte"}
        [[tables]]
        entity = "published_figures"
        file = "cijfers.csv"
        columns = {source = {constant = "yearbook"}, edition = {constant = "1"}, measure = {constant = "expenditure_eur"}, unit = {constant = "eur"}, value = "uitgaven"}
        period = {column = "jaar", is = "calendar_year"}
        """,  # noqa: E501 - TOML 1.0 wants an inline table on one line
    )
    assert float(raw.one("select fte from raw.staff_contracts")[0]) == 0.75
    assert float(raw.one("select value from raw.published_figures")[0]) == 1234567.89


def test_declared_categories_are_known_and_handed_on_with_their_labels(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "nr,begin\n1,2025-01-10\n"})
    declared = """
        [[categories]]
        category = "supervision_type"
        value = "permit"
        label_nl = "Vergunning"
        label_fr = "Permis"
        service_line = "permits"
    """
    raw = loaded(folder, declared + CASES_TABLE.replace('"probation"', '"permit"'))
    assert raw.quarantine == []
    assert raw.rows("from raw.declared_categories") == [("supervision_type", "permit", "permits")]
    assert raw.rows("from raw.declared_labels") == [
        ("supervision_type", "permit", "nl", "Vergunning"),
        ("supervision_type", "permit", "fr", "Permis"),
    ]


def test_one_entity_from_several_files_and_several_entities_from_one(tmp_path: Path, loaded) -> None:
    files = {"zaken_a.csv": "nr,begin\n1,2025-01-10\n", "zaken_b.csv": "nr,begin\n2,2025-01-11\n"}
    assignments = """
        [[tables]]
        entity = "case_assignments"
        file = "zaken_*.csv"
        columns = {case_id = "nr", officer_id = {constant = "O1"}, valid_from = "begin"}
    """
    folder = write_files(tmp_path / "d", files)
    raw = loaded(folder, CASES_TABLE.replace("zaken.csv", "zaken_*.csv") + assignments)
    assert raw.rows("select case_id, file from raw.cases order by 1") == [
        ("1", "zaken_a.csv"),
        ("2", "zaken_b.csv"),
    ]
    assert raw.rows("select case_id, officer_id from raw.case_assignments order by 1") == [
        ("1", "O1"),
        ("2", "O1"),
    ]
    assert raw.one("select count(*), sum(rows_delivered) from raw.loads") == (4, 4)


def test_a_key_that_stands_in_two_files_of_an_entity_is_refused(tmp_path: Path, loaded) -> None:
    files = {"zaken_a.csv": "nr,begin\n1,2025-01-10\n", "zaken_b.csv": "nr,begin\n1,2025-01-11\n"}
    with pytest.raises(BadInputError, match=r"file 'zaken_b.csv', row 2, .*value '1', a duplicate key"):
        loaded(write_files(tmp_path / "d", files), CASES_TABLE.replace("zaken.csv", "zaken_*.csv"))


def test_distinct_rows_count_once_over_all_files_and_repeated_ones_are_left_out(
    tmp_path: Path, loaded
) -> None:
    files = {"a.csv": "dienst,nr\nANT,1\nANT,2\nGEN,3\n", "b.csv": "dienst,nr\nGEN,4\nLEU,5\n"}
    offices = """
        [[tables]]
        entity = "offices"
        file = "?.csv"
        distinct = true
        columns = {office_id = "dienst", office_name = "dienst"}
    """
    raw = loaded(write_files(tmp_path / "d", files), offices)
    assert raw.rows("select office_id, file from raw.offices") == [
        ("ANT", "a.csv"),
        ("GEN", "a.csv"),
        ("LEU", "b.csv"),
    ]
    assert raw.rows("select file, rule, rows from raw.left_out") == [
        ("a.csv", "repeated_row", 1),
        ("b.csv", "repeated_row", 1),
    ]
    assert raw.rows("select rows_delivered, rows_loaded, rows_left_out from raw.loads") == [
        (3, 2, 1),
        (2, 1, 1),
    ]


def test_columns_become_rows(tmp_path: Path, loaded) -> None:
    mapping = """
        [[tables]]
        entity = "published_figures"
        file = "jaren.csv"
        period = {column = "jaar", is = "calendar_year"}
        [tables.columns]
        source = {constant = "yearbook"}
        edition = {constant = "1"}
        unit = {constant = "cases"}
        [[tables.rows]]
        columns = {measure = {constant = "new_cases"}, value = "nieuw"}
        [[tables.rows]]
        columns = {measure = {constant = "open_cases"}, value = "open"}
        period = {column = "jaar", is = "day", month = 12, day = 31}
        [[tables.rows.leave_out]]
        rule = "not_published"
        column = "open"
        empty = true
    """
    folder = write_files(tmp_path / "d", {"jaren.csv": "jaar,nieuw,open\n2023,10,5\n2024,12,\n"})
    raw = loaded(folder, mapping)
    figures = (
        "select measure, period_start_on, period_end_on, value::int from raw.published_figures order by 1, 2"
    )
    assert raw.rows(figures) == [
        ("new_cases", DAY(2023, 1, 1), DAY(2024, 1, 1), 10),
        ("new_cases", DAY(2024, 1, 1), DAY(2025, 1, 1), 12),
        ("open_cases", DAY(2023, 12, 31), DAY(2024, 1, 1), 5),
    ]
    assert raw.one("select rows_delivered, rows_loaded, rows_left_out from raw.loads") == (4, 3, 1)
    assert raw.rows("select rule, rows from raw.left_out") == [("not_published", 1)]


@pytest.mark.parametrize(
    ("period", "start", "end"),
    [
        ('is = "calendar_year"', DAY(2024, 1, 1), DAY(2025, 1, 1)),
        ('is = "year_ending", month = 6', DAY(2023, 7, 1), DAY(2024, 7, 1)),
        ('is = "year_ending", month = 12', DAY(2024, 1, 1), DAY(2025, 1, 1)),
        ('is = "year_starting", month = 7', DAY(2024, 7, 1), DAY(2025, 7, 1)),
        ('is = "month", month = 12', DAY(2024, 12, 1), DAY(2025, 1, 1)),
        ('is = "day", month = 12, day = 31', DAY(2024, 12, 31), DAY(2025, 1, 1)),
    ],
)
def test_years_become_half_open_periods(period: str, start: DAY, end: DAY, tmp_path: Path, loaded) -> None:
    mapping = f"""
        [[tables]]
        entity = "published_figures"
        file = "jaren.csv"
        period = {{column = "jaar", {period}}}
        [tables.columns]
        source = "bron"
        edition = "bron"
        unit = "bron"
        measure = "bron"
        value = "aantal"
    """
    raw = loaded(write_files(tmp_path / "d", {"jaren.csv": "jaar,bron,aantal\n2024,x,5\n"}), mapping)
    assert raw.one("select period_start_on, period_end_on from raw.published_figures") == (start, end)


@pytest.mark.parametrize(
    ("test", "staying"),
    [
        ('in = ["a", "b"]', ["3", "4"]),
        ('not_in = ["a"]', ["1", "4"]),
        ('matches = "^[ab]$"', ["3", "4"]),
        ("empty = true", ["1", "2", "3"]),
        ("filled = true", ["4"]),
    ],
)
def test_rows_are_left_out_by_each_test_and_counted(
    test: str, staying: list[str], tmp_path: Path, loaded
) -> None:
    leave_out = f'\n[[tables.leave_out]]\nrule = "stated"\ncolumn = "wie"\n{test}\n'
    files = {"zaken.csv": "nr,begin,wie\n1,2025-01-10,a\n2,2025-01-10,b\n3,2025-01-10,c\n4,2025-01-10,\n"}
    raw = loaded(write_files(tmp_path / "d", files), CASES_TABLE + leave_out)
    kept = [row[0] for row in raw.rows(CASES)]
    assert kept == staying
    assert raw.one("select rule, rows from raw.left_out") == ("stated", 4 - len(staying))


def test_entities_the_mapping_does_not_name_are_read_from_their_own_file(small: Path, loaded) -> None:
    (small / "cases.csv").rename(small / "zaken.csv")
    mapping = """
        [[tables]]
        entity = "cases"
        file = "zaken.csv"
        [tables.columns]
        case_id = "case_id"
        office_id = "office_id"
        supervision_type = "supervision_type"
        received_on = "received_on"
    """
    raw = loaded(small, mapping)
    assert raw.one("select count(*) from raw.cases") == (3,)
    assert raw.one("select count(*) from raw.case_assignments") == (3,)
    assert raw.quarantine == []


def test_the_mapping_says_what_delivery_toml_does_not(small: Path, loaded) -> None:
    (small / "delivery.toml").write_text('source_system = "own"\n')
    mapping = '[delivery]\nsource_system = "mapped"\nis_synthetic = true\nas_of = 2026-01-01\n'
    raw = loaded(small, mapping)
    assert raw.one("select source_systems, is_synthetic, as_of from raw.builds") == (
        "own",
        True,
        DAY(2026, 1, 1),
    )


def test_a_heading_that_fills_an_office_name_is_no_person(tmp_path: Path, loaded) -> None:
    columns = 'columns = {office_id = "code", office_name = "naam"}\n'
    offices = '[[tables]]\nentity = "offices"\nfile = "d.csv"\n' + columns
    folder = write_files(tmp_path / "d", {"d.csv": "code,naam\nA,Antwerpen\n"})
    assert loaded(folder, offices).rows("select office_name from raw.offices") == [("Antwerpen",)]
    (folder / "d.csv").write_text("code,naam,voornaam\nA,Antwerpen,Jan\n")
    with pytest.raises(BadInputError, match="column 'voornaam', a column of person data"):
        loaded(folder, offices)


def test_a_file_that_the_mapping_names_must_be_there_unless_optional_or_in_a_delta(
    small: Path, loaded
) -> None:
    (small / "cases.csv").unlink()
    with pytest.raises(BadInputError, match=r"file 'zaken.csv', a missing file that the mapping names"):
        loaded(small, CASES_TABLE)
    optional = CASES_TABLE.replace('file = "zaken.csv"', 'file = "zaken.csv"\noptional = true')
    assert loaded(small, optional).one("select count(*) from raw.cases") == (0,)
    (small / "delivery.toml").write_text('kind = "delta"\nas_of = 2026-06-30\n')
    assert loaded(small, CASES_TABLE).one("select count(*) from raw.cases") == (0,)


def test_a_standard_file_beside_a_mapped_one_for_the_same_entity_is_refused(small: Path, loaded) -> None:
    write_files(small, {"zaken.csv": "nr,begin\n1,2025-01-10\n"})
    with pytest.raises(
        BadInputError, match=r"file 'cases.csv', two files for cases \(the other: the mapping\)"
    ):
        loaded(small, CASES_TABLE)


def test_a_column_that_the_mapping_names_must_be_there(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "nummer,begin\n1,2025-01-10\n"})
    with pytest.raises(BadInputError, match="column 'nr', a missing column that the mapping names"):
        loaded(folder, CASES_TABLE)
