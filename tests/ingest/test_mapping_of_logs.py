"""A log of events or statuses comes in by mapping alone: cases, assignments, transfers, flags."""

import datetime as dt
from pathlib import Path

import pytest

from ingest.errors import BadInputError
from tests.ingest.small_delivery import write_files

DAY = dt.date
# Moments with offsets, out of order, several on one day; K2 is opened again, K3 stays open.
LOG = """zaak;tijdstip;stap;team;wie
K1;2025-03-01T09:00:00+01:00;Nieuw;ANT;
K1;2025-03-01T10:00:00+01:00;In behandeling;ANT;O1
K1;2025-03-05T12:00:00+01:00;Wachten;ANT;O1
K1;2025-03-10T08:00:00+01:00;In behandeling;GEN;O2
K1;2025-03-20T17:00:00+01:00;Gesloten;GEN;O2
K2;2025-04-02T23:30:00+02:00;Nieuw;GEN;O2
K2;2025-04-04T08:00:00+02:00;Gesloten;GEN;O2
K2;2025-04-09T08:00:00+02:00;In behandeling;GEN;O1
K2;2025-04-09T18:00:00+02:00;In behandeling;GEN;O2
K2;2025-04-12T08:00:00+02:00;Gesloten;GEN;O2
K3;2025-05-03T08:00:00+02:00;In behandeling;ANT;O1
K3;2025-05-01T08:00:00+02:00;Nieuw;ANT;
K3;2025-05-06T08:00:00+02:00;Wachten;ANT;O1
"""
FORMATS = '[formats]\nseparator = ";"\nzone = "Europe/Brussels"\ndates = ["%Y-%m-%dT%H:%M:%S%z"]\n'
CASES = """
[[tables]]
entity = "cases"
file = "log.csv"
[tables.log]
of = ["zaak"]
at = "tijdstip"
[tables.columns]
case_id = "zaak"
office_id = "team"
supervision_type = {constant = "probation"}
received_on = {column = "tijdstip", take = "first"}

[tables.columns.ended_on]
column = "tijdstip"
take = "last"
must_be_last = true
where = {column = "stap", in = ["Gesloten"]}
"""
ASSIGNMENTS = """
[[tables]]
entity = "case_assignments"
file = "log.csv"
[tables.log]
of = ["zaak"]
at = "tijdstip"
spell = ["wie"]
[tables.columns]
case_id = "zaak"
officer_id = "wie"
valid_from = "tijdstip"
valid_to = {column = "tijdstip", take = "next"}
[[tables.leave_out]]
rule = "nobody_yet"
column = "wie"
empty = true
"""
TRANSFERS = """
[[tables]]
entity = "case_offices"
file = "log.csv"
[tables.log]
of = ["zaak"]
at = "tijdstip"
spell = ["team"]
[tables.columns]
case_id = "zaak"
valid_from = "tijdstip"
office_id = "team"
"""
FLAGS = """
[[tables]]
entity = "case_flags"
file = "log.csv"
[tables.log]
of = ["zaak"]
at = "tijdstip"
spell = ["stap"]
[tables.columns]
case_id = "zaak"
flag = {column = "stap", values = {"Wachten" = "suspended"}}
valid_from = "tijdstip"
valid_to = {column = "tijdstip", take = "next"}
[[tables.leave_out]]
rule = "not_waiting"
column = "stap"
not_in = ["Wachten"]
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return write_files(tmp_path / "d", {"log.csv": LOG})


def test_the_first_and_the_last_event_of_a_case_are_its_begin_and_its_end(log: Path, loaded) -> None:
    raw = loaded(log, FORMATS + CASES)
    assert raw.rows(
        "select case_id, office_id, received_on, ended_on, row_number from raw.cases order by 1"
    ) == [
        ("K1", "ANT", DAY(2025, 3, 1), DAY(2025, 3, 20), 2),
        ("K2", "GEN", DAY(2025, 4, 2), DAY(2025, 4, 12), 7),
        ("K3", "ANT", DAY(2025, 5, 1), None, 13),
    ]
    assert raw.one("select rows_delivered, rows_loaded, rows_left_out from raw.loads") == (13, 3, 10)
    assert raw.rows("select rule, rows from raw.left_out") == [("folded_into_another_row", 10)]


def test_an_end_that_is_followed_by_another_row_is_none(log: Path, loaded) -> None:
    (log / "log.csv").write_text(LOG + "K1;2025-03-25T08:00:00+01:00;In behandeling;GEN;O1\n")
    ended = "select ended_on from raw.cases where case_id = 'K1'"
    assert loaded(log, FORMATS + CASES).one(ended) == (None,)
    anyway = CASES.replace("must_be_last = true", "must_be_last = false")
    assert loaded(log, FORMATS + anyway).one(ended) == (DAY(2025, 3, 20),)


def test_spells_of_a_person_until_the_next_row_become_assignments(log: Path, loaded) -> None:
    raw = loaded(log, FORMATS + CASES + ASSIGNMENTS)
    assert raw.rows(
        "select case_id, officer_id, valid_from, valid_to from raw.case_assignments order by 1, 3"
    ) == [
        ("K1", "O1", DAY(2025, 3, 1), DAY(2025, 3, 10)),
        ("K1", "O2", DAY(2025, 3, 10), None),
        # O1 had the case within 9 April only: at the end of that day O2 had it, as before.
        ("K2", "O2", DAY(2025, 4, 2), None),
        ("K3", "O1", DAY(2025, 5, 3), None),
    ]
    assert raw.quarantine == []
    left_out = dict(raw.rows("select rule, rows from raw.left_out where entity = 'case_assignments'"))
    assert left_out == {"folded_into_another_row": 8, "nobody_yet": 1}


def test_spells_of_an_office_become_transfers(log: Path, loaded) -> None:
    raw = loaded(log, FORMATS + CASES + TRANSFERS)
    assert raw.rows("select case_id, valid_from, office_id from raw.case_offices order by 1, 2") == [
        ("K1", DAY(2025, 3, 1), "ANT"),
        ("K1", DAY(2025, 3, 10), "GEN"),
        ("K2", DAY(2025, 4, 2), "GEN"),
        ("K3", DAY(2025, 5, 1), "ANT"),
    ]


def test_spells_of_a_status_become_flags(log: Path, loaded) -> None:
    raw = loaded(log, FORMATS + CASES + FLAGS)
    assert raw.rows("select case_id, flag, valid_from, valid_to from raw.case_flags order by 1") == [
        ("K1", "suspended", DAY(2025, 3, 5), DAY(2025, 3, 10)),
        ("K3", "suspended", DAY(2025, 5, 6), None),
    ]


def test_everything_a_person_did_in_a_case_is_one_assignment_where_no_spells_are_named(log, loaded) -> None:
    worked = ASSIGNMENTS.replace('of = ["zaak"]', 'of = ["zaak", "wie"]').replace('spell = ["wie"]\n', "")
    worked = worked.replace('take = "next"', 'take = "last", inclusive_end = true')
    rule = '[[tables.log.leave_out]]\nrule = "nobody_yet"\ncolumn = "wie"\nempty = true\n[tables.columns]'
    worked = worked.split("[[tables.leave_out]]")[0].replace("[tables.columns]", rule)
    raw = loaded(log, FORMATS + CASES + worked)
    assert raw.rows(
        "select case_id, officer_id, valid_from, valid_to from raw.case_assignments order by 1, 2"
    ) == [
        ("K1", "O1", DAY(2025, 3, 1), DAY(2025, 3, 6)),
        ("K1", "O2", DAY(2025, 3, 10), DAY(2025, 3, 21)),
        ("K2", "O1", DAY(2025, 4, 9), DAY(2025, 4, 10)),
        ("K2", "O2", DAY(2025, 4, 2), DAY(2025, 4, 13)),
        ("K3", "O1", DAY(2025, 5, 3), DAY(2025, 5, 7)),
    ]


@pytest.mark.parametrize(
    ("row", "fragment"),
    [
        (
            "K1;gisteren;Gesloten;GEN;O2",
            "row 15, column 'tijdstip', value 'gisteren', a row of a log without a moment",
        ),
        ("K1;;Gesloten;GEN;O2", "row 15, column 'tijdstip', value '', a row of a log without a moment"),
        (
            ";2025-06-01T08:00:00+02:00;Nieuw;ANT;O1",
            "row 15, column 'zaak', a row of a log that does not say whose",
        ),
    ],
)
def test_a_row_without_a_place_in_the_log_is_refused_unless_a_rule_leaves_it_out(
    row: str, fragment: str, log: Path, loaded
) -> None:
    (log / "log.csv").write_text(LOG + row + "\n")
    with pytest.raises(BadInputError) as refusal:
        loaded(log, FORMATS + CASES)
    assert fragment in str(refusal.value)
    rules = [
        f'[[tables.log.leave_out]]\nrule = "broken"\ncolumn = "{name}"\n' for name in ("zaak", "tijdstip")
    ]
    left_out = (
        f"{rules[0]}empty = true\n{rules[1]}empty = true\n{rules[1]}in = ['gisteren']\n[tables.columns]\n"
    )
    raw = loaded(log, FORMATS + CASES.replace("[tables.columns]\n", left_out))
    assert raw.one("select rows_delivered, rows_loaded, rows_left_out from raw.loads") == (14, 3, 11)


def test_a_log_of_contracts_holds_until_the_next_row_of_a_person(tmp_path: Path, loaded) -> None:
    history = (
        "wie,vanaf,dienst,vte\nO1,2020-01-01,ANT,1\nO1,2023-05-01,ANT,0.8\nO1,2023-06-01,ANT,0.8\n"
        "O1,2025-02-01,ANT,0\nO2,2021-01-01,GEN,1\n"
    )
    mapping = """
        [[tables]]
        entity = "staff_contracts"
        file = "loopbaan.csv"
        [tables.log]
        of = ["wie"]
        at = "vanaf"
        spell = ["dienst", "vte"]
        [tables.columns]
        officer_id = "wie"
        office_id = "dienst"
        valid_from = "vanaf"
        valid_to = {column = "vanaf", take = "next"}
        grade = {constant = "officer"}
        fte = "vte"
        [[tables.leave_out]]
        rule = "left"
        column = "vte"
        in = ["0"]
    """
    raw = loaded(write_files(tmp_path / "d", {"loopbaan.csv": history}), mapping)
    assert raw.rows(
        "select officer_id, valid_from, valid_to, fte::double from raw.staff_contracts order by 1, 2"
    ) == [
        ("O1", DAY(2020, 1, 1), DAY(2023, 5, 1), 1.0),
        ("O1", DAY(2023, 5, 1), DAY(2025, 2, 1), 0.8),
        ("O2", DAY(2021, 1, 1), None, 1.0),
    ]


@pytest.mark.parametrize(
    ("wrong", "fragment"),
    [
        (CASES.replace('take = "first"', 'take = "next"'), "received_on.take', no next spell without spells"),
        (
            CASES.replace('take = "first"', 'take = "second"'),
            "received_on.take', unknown row 'second'. Allowed: first",
        ),
        (
            CASES.replace('[tables.log]\nof = ["zaak"]\nat = "tijdstip"\n', ""),
            "a choice among rows without a log",
        ),
        (CASES.replace('of = ["zaak"]', "of = []"), "log.of', missing key"),
        (CASES.replace('in = ["Gesloten"]', 'rule = "x"'), "ended_on.where.rule', unknown key"),
        (
            CASES.replace('at = "tijdstip"', 'at = "moment"'),
            "column 'moment', a missing column that the mapping",
        ),
    ],
)
def test_each_mistake_in_a_log_is_refused(wrong: str, fragment: str, log: Path, loaded) -> None:
    with pytest.raises(BadInputError) as refusal:
        loaded(log, FORMATS + wrong)
    assert fragment in str(refusal.value)


# Counting, columns under their own names, row numbers, a row per column


def test_rows_are_counted_into_published_figures_by_year_office_and_kind(tmp_path: Path, loaded) -> None:
    rows = (
        "dienst,soort,datum\nANT,probation,10/02/2024\nANT,probation,11/12/2024\n"
        "ANT,probation,01/01/2025\nGEN,probation,05/05/2024\n"
    )
    mapping = """
        [formats]
        dates = ["%d/%m/%Y"]
        [[tables]]
        entity = "published_figures"
        file = "instroom.csv"
        period = {column = "datum", is = "year_of_date"}
        [tables.columns]
        source = {constant = "register"}
        edition = {constant = "1"}
        measure = {constant = "new_cases"}
        office_id = "dienst"
        supervision_type = "soort"
        unit = {constant = "cases"}
        value = {count = true}
    """
    folder = write_files(tmp_path / "d", {"instroom.csv": rows + "GEN,probation,?\n"})
    raw = loaded(folder, mapping)
    figures = "select period_start_on, period_end_on, office_id, value::int from raw.published_figures"
    assert raw.rows(f"{figures} order by 1, 3") == [
        (DAY(2024, 1, 1), DAY(2025, 1, 1), "ANT", 2),
        (DAY(2024, 1, 1), DAY(2025, 1, 1), "GEN", 1),
        (DAY(2025, 1, 1), DAY(2026, 1, 1), "ANT", 1),
    ]
    assert [row[1:] for row in raw.quarantine] == [(6, "not_a_date", "period_start_on", "?")]
    assert raw.rows("select rule, rows from raw.left_out") == [("counted_into_another_row", 1)]
    months = loaded(folder, mapping.replace("year_of_date", "month_of_date"))
    assert months.one("select count(*), min(period_start_on) from raw.published_figures") == (
        4,
        DAY(2024, 2, 1),
    )


def test_all_columns_but_some_fill_themselves(small: Path, loaded) -> None:
    cases = (
        (small / "cases.csv").read_text().replace("2025-09-01", "01/09/2025").replace("started_on", "STARTED")
    )
    (small / "cases.csv").rename(small / "zaken.csv").write_text(cases)
    mapping = """
        [[tables]]
        entity = "cases"
        file = "zaken.csv"
        all_columns_but = ["person_id"]
        [tables.columns]
        ended_on = {column = "ended_on", dates = ["%d/%m/%Y"]}
    """
    raw = loaded(small, mapping)
    assert raw.rows(
        "select case_id, office_id, ended_on, person_id, started_on from raw.cases order by 1"
    ) == [
        ("C1", "ANT", None, None, None),
        ("C2", "GEN", DAY(2025, 9, 1), None, None),
        ("C3", "GEN", None, None, None),
    ]
    with pytest.raises(BadInputError, match=r"file 'zaken.csv', column 'persoon', a missing column"):
        loaded(small, mapping.replace("person_id", "persoon"))
    (small / "zaken.csv").write_text(cases.replace("office_id", "dienst"))
    with pytest.raises(BadInputError, match=r"file 'zaken.csv', column 'office_id', a missing column"):
        loaded(small, mapping)


@pytest.mark.parametrize("notes", ["nr,begin\n", "sep=,\nbegin van de lijst\n", "\n,,\n"])
def test_lines_above_the_header_are_skipped_when_the_mapping_says_so(notes: str, tmp_path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": f"{notes}nr,begin\n1,2025-01-10\n2,gisteren\n"})
    lines = notes.count("\n")
    mapping = f"""
        [[tables]]
        entity = "cases"
        file = "zaken.csv"
        skip_lines = {lines}
        [tables.columns]
        case_id = "nr"
        office_id = {{constant = "ANT"}}
        supervision_type = {{constant = "probation"}}
        received_on = "begin"
    """
    raw = loaded(folder, mapping)
    assert raw.rows("select case_id, row_number from raw.cases") == [("1", lines + 2)]
    assert [row[1] for row in raw.quarantine] == [lines + 3]
    with pytest.raises(BadInputError, match=r"skip_lines', 99 lines. Write a number from 0 to 29"):
        loaded(folder, mapping.replace(f"skip_lines = {lines}", "skip_lines = 99"))


def test_the_number_of_a_row_is_an_id(tmp_path: Path, loaded) -> None:
    folder = write_files(tmp_path / "d", {"zaken.csv": "begin\n2025-01-10\n2025-01-10\n"})
    mapping = """
        [[tables]]
        entity = "cases"
        file = "zaken.csv"
        [tables.columns]
        case_id = {row_number = "A-"}
        office_id = {constant = "ANT"}
        supervision_type = {constant = "probation"}
        received_on = "begin"
    """
    assert loaded(folder, mapping).rows("select case_id from raw.cases order by 1") == [("A-2",), ("A-3",)]


def test_every_column_but_some_becomes_a_row(tmp_path: Path, loaded) -> None:
    wide = "dienst;2023;2024\nANT;1.234;5\nGEN;;7,5\n"
    mapping = """
        [formats]
        decimal = ","
        thousands = "."
        [[tables]]
        entity = "published_figures"
        file = "breed.csv"
        [tables.columns]
        source = {constant = "yearbook"}
        edition = {constant = "1"}
        measure = {constant = "new_cases"}
        unit = {constant = "cases"}
        office_id = "dienst"
        [[tables.rows]]
        each_column_but = ["dienst"]
        period = {heading = true, is = "calendar_year"}
        columns = {value = {cell = true}, note = {heading = true}}
    """
    raw = loaded(write_files(tmp_path / "d", {"breed.csv": wide}), mapping)
    figures = (
        "select office_id, period_start_on, value::double, note from raw.published_figures order by 1, 2"
    )
    assert raw.rows(figures) == [
        ("ANT", DAY(2023, 1, 1), 1234.0, "2023"),
        ("ANT", DAY(2024, 1, 1), 5.0, "2024"),
        ("GEN", DAY(2024, 1, 1), 7.5, "2024"),
    ]
    assert [row[2:4] for row in raw.quarantine] == [("missing_value", "value")]
    with pytest.raises(BadInputError, match="a heading or a cell without columns that become rows"):
        loaded(tmp_path / "d", mapping.replace('each_column_but = ["dienst"]', ""))
