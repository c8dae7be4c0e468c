"""Bad deliveries, kind by kind: the table behind ``docs/bad-input.md``.

Each entry spoils the folder of the small valid delivery and says the exit status (2 refused whole, 0 loaded
with quarantine) and what must be said: a fragment of the message, or the rule of the quarantine.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class BadDelivery:
    """One kind: how it is made, its exit status, and a fragment of the message or the rule."""

    kind: str
    spoil: Callable[[Path], None]
    status: int
    fragment: str


def text(name: str, content: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text(content, encoding="utf-8")


def raw_bytes(name: str, content: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_bytes(content)


def beside(files: dict[str, str]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for name, content in files.items():
            text(name, content)(folder)

    return spoil


def swapped(name: str, old: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        content = (folder / name).read_text(encoding="utf-8")
        assert old in content
        (folder / name).write_text(content.replace(old, new), encoding="utf-8")

    return spoil


def more(name: str, line: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    return spoil


def renamed(old: str, new: str) -> Callable[[Path], None]:
    return lambda folder: (folder / old).rename(folder / new)


def truncated_parquet(folder: Path) -> None:
    whole = folder / "cases.parquet"
    pl.read_csv(folder / "cases.csv").write_parquet(whole)
    whole.write_bytes(whole.read_bytes()[:-40])
    (folder / "cases.csv").unlink()


def folder_as_file(folder: Path) -> None:
    (folder / "cases.csv").unlink()
    (folder / "cases.csv").mkdir()


def two_sheets(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    with xlsxwriter.Workbook(folder / "offices.xlsx") as book:
        book.add_worksheet("Uitleg").write(0, 0, "lees dit eerst")
        book.add_worksheet("Blad2").write_row(0, 0, ["office_id", "office_name"])


def excel_dates(folder: Path) -> None:
    """A day as Excel keeps it, a day as text in another order, and a day that lost its format."""
    (folder / "cases.csv").unlink()
    with xlsxwriter.Workbook(folder / "cases.xlsx", {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet("cases")
        sheet.write_row(0, 0, ["case_id", "office_id", "supervision_type", "received_on"])
        sheet.write_row(1, 0, ["C1", "ANT", "probation", dt.datetime(2025, 1, 10)])
        sheet.write_row(2, 0, ["C2", "GEN", "probation", "31/12/2024"])
        sheet.write_row(3, 0, ["C3", "GEN", "probation", 45000])


def workbook(rows: list[list], then: Callable[[xlsxwriter.Workbook], object]) -> Callable[[Path], None]:
    """The cases as a workbook of one sheet, to which something is done."""

    def spoil(folder: Path) -> None:
        (folder / "cases.csv").unlink()
        with xlsxwriter.Workbook(folder / "cases.xlsx") as book:
            sheet = book.add_worksheet("cases")
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            then(book)

    return spoil


CASE_ROWS = [
    ["case_id", "office_id", "supervision_type", "received_on", "ended_on"],
    ["C1", "ANT", "probation", "2025-01-10"],
    ["C2", "GEN", "work_penalty", "2025-03-01"],
    ["C3", "GEN", "probation", "2025-04-01"],
]


def sheet_per_office(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    with xlsxwriter.Workbook(folder / "offices.xlsx") as book:
        for office in ("ANT", "GEN"):
            sheet = book.add_worksheet(office)
            sheet.write_row(0, 0, ["office_id", "office_name"])
            sheet.write_row(1, 0, [office, office])


def endless_date(folder: Path) -> None:
    """A date far outside the calendar, as the number that it is."""
    (folder / "posts.parquet").unlink(missing_ok=True)
    days = pa.array([3_000_000], pa.date32())
    columns = {
        "post_id": ["V1"],
        "office_id": ["ANT"],
        "grade": ["officer"],
        "fte": [1.0],
        "status": ["vacant"],
    }
    pq.write_table(pa.table({**columns, "expected_start_on": days}), folder / "posts.parquet")


def emptied(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


BAD_DELIVERIES = [
    BadDelivery("truncated Parquet", truncated_parquet, 2, "file 'cases.parquet', not readable as Parquet"),
    BadDelivery(
        "wrong encoding",
        raw_bytes("offices.csv", b"office_id,office_name\nANT,Antwerpen\nLEU,Louvain-la-V\xe9\n"),
        2,
        "file 'offices.csv', row 3, not UTF-8",
    ),
    BadDelivery(
        "missing column",
        text("case_flags.csv", "case_id,flag\nC1,suspended\n"),
        2,
        "file 'case_flags.csv', column 'valid_from', a missing column",
    ),
    BadDelivery(
        "duplicate key",
        more("cases.csv", "C2,ANT,probation,2025-05-01,,,"),
        2,
        "file 'cases.csv', row 5, column 'case_id', value 'C2', a duplicate key",
    ),
    BadDelivery(
        "one file with commas under a header with semicolons",
        text("case_flags.csv", "case_id;flag;valid_from\nC1,suspended,2025-05-01\n"),
        2,
        "file 'case_flags.csv', row 2, 1 values where the header has 3 columns",
    ),
    BadDelivery("empty file", text("tasks.csv", ""), 2, "file 'tasks.csv', an empty file"),
    BadDelivery("file of blank lines", text("tasks.csv", "\n\n"), 2, "file 'tasks.csv', an empty file"),
    BadDelivery("file that cannot be opened", folder_as_file, 2, "'cases.csv', a file that cannot be opened"),
    BadDelivery(
        "file that is not a workbook",
        raw_bytes("posts.xlsx", b"post_id,office_id"),
        2,
        "file 'posts.xlsx', not readable as an Excel workbook",
    ),
    BadDelivery(
        "typo in delivery.toml",
        text("delivery.toml", "as_off = 2026-06-30\n"),
        2,
        "file 'delivery.toml', column 'as_off', unknown key. Allowed keys: as_of, source_system, kind",
    ),
    BadDelivery(
        "delivery.toml that is no TOML",
        text("delivery.toml", "as_of: 2026\n"),
        2,
        "'delivery.toml', not TOML",
    ),
    BadDelivery(
        "as_of written as text",
        text("delivery.toml", 'as_of = "2026-06-30"\n'),
        2,
        "column 'as_of', wrong type. Write a date",
    ),
    BadDelivery(
        "as_of after today",
        text("delivery.toml", "as_of = 2031-01-01\n"),
        2,
        "as_of 2031-01-01 is after today",
    ),
    BadDelivery(
        "unknown kind of delivery",
        text("delivery.toml", 'kind = "partial"\n'),
        2,
        "column 'kind', unknown kind 'partial'. Allowed: full, delta.",
    ),
    BadDelivery(
        "national number in a free column",
        text(
            "case_flags.csv", "case_id,flag,valid_from,remark\nC1,suspended,2025-05-01,see 85.07.30-033.28\n"
        ),
        2,
        "file 'case_flags.csv', row 2, column 'remark', value '(masked)', a Belgian national number",
    ),
    BadDelivery(
        "misspelt file name",
        renamed("case_flags.csv", "case_flag.csv"),
        2,
        "file 'case_flag.csv', a misspelt file name (is case_flags.csv meant?)",
    ),
    BadDelivery(
        "misspelt delivery.toml",
        renamed("delivery.toml", "delivry.toml"),
        2,
        "file 'delivry.toml', a misspelt file name (is delivery.toml meant?)",
    ),
    BadDelivery(
        "two files for one entity",
        lambda folder: pl.read_csv(folder / "offices.csv").write_parquet(folder / "offices.parquet"),
        2,
        "two files for offices",
    ),
    BadDelivery(
        "column of names",
        swapped("cases.csv", "person_id\n", "Naam (cliënt)\n"),
        2,
        "file 'cases.csv', column 'Naam (cliënt)', a column of person data",
    ),
    BadDelivery(
        "column of birth dates",
        swapped("cases.csv", "person_id\n", "birthDate\n"),
        2,
        "file 'cases.csv', column 'birthDate', a column of person data",
    ),
    BadDelivery(
        "column that occurs twice",
        text("offices.csv", "office_id,office_name,office_id\nANT,Antwerpen,ANT\n"),
        2,
        "file 'offices.csv', column 'office_id', a column that occurs twice",
    ),
    BadDelivery(
        "quote that is never closed",
        text("offices.csv", 'office_id,office_name\nANT,"Antwerpen\nGEN,Gent\n'),
        2,
        "file 'offices.csv', row 2, a quote that is never closed",
    ),
    BadDelivery(
        "first row that is no header",
        text("offices.csv", "ANT,Antwerpen\nGEN,Gent\n"),
        2,
        "file 'offices.csv', a first row that names no column of the contract",
    ),
    BadDelivery(
        "tabs between the columns",
        text("offices.csv", "office_id\toffice_name\nANT\tAntwerpen\n"),
        2,
        "file 'offices.csv', a first row that names no column of the contract. offices needs office_id,"
        " office_name in the first row, with commas or semicolons between.",
    ),
    BadDelivery(
        "workbook whose first sheet is another",
        two_sheets,
        2,
        "In a workbook, the sheet named after the entity is read, otherwise the first.",
    ),
    BadDelivery(
        "national number as a person's id",
        swapped("cases.csv", "P2", "85073003328"),
        2,
        "file 'cases.csv', row 3, column 'person_id', value '(masked)', a Belgian national number",
    ),
    BadDelivery(
        "quote that swallows rows",
        swapped("case_flags.csv", "2025-05-01", '"2025-05-01\nC2,suspended,2025-05-01\nC3,suspended,"'),
        2,
        "file 'case_flags.csv', row 2, a quote that runs over 3 lines and swallows rows",
    ),
    BadDelivery(
        "text behind a closing quote",
        swapped("offices.csv", "Gent", '"Gent" (oud)'),
        2,
        "file 'offices.csv', row 3, a closing quote with text behind it",
    ),
    BadDelivery(
        "copy made by a browser",
        renamed("tasks.csv", "tasks (1).csv"),
        2,
        "file 'tasks (1).csv', a misspelt file name",
    ),
    BadDelivery(
        "entity in another format", renamed("tasks.csv", "tasks.ods"), 2, "tasks in a format that is not read"
    ),
    BadDelivery(
        "packed file", renamed("tasks.csv", "tasks.csv.gz"), 2, "tasks in a format that is not read (.gz)"
    ),
    BadDelivery(
        "misspelt column",
        swapped("cases.csv", "ended_on", "Ended_on"),
        2,
        "file 'cases.csv', column 'Ended_on', a misspelt column (is ended_on meant?)",
    ),
    BadDelivery(
        "formula that was never calculated",
        workbook(CASE_ROWS, lambda book: book.worksheets()[0].write_formula(2, 4, "=D3+30")),
        2,
        "sheet 'cases', cell E3, a formula that was never calculated",
    ),
    BadDelivery(
        "merged cells",
        workbook(CASE_ROWS, lambda book: book.worksheets()[0].merge_range("B3:B4", "GEN")),
        2,
        "file 'cases.xlsx', sheet 'cases', merged cells B3:B4",
    ),
    BadDelivery(
        "note beside the table",
        workbook(CASE_ROWS, lambda book: book.worksheets()[0].write("H3", "nog nakijken")),
        2,
        "file 'cases.xlsx', row 3, a value in column H, which has no name",
    ),
    BadDelivery(
        "id with more digits than are kept",
        workbook([*CASE_ROWS, [2026000000001234567, "GEN", "probation", "2025-04-01"]], lambda book: None),
        2,
        "row 5, column 'case_id', a number with more digits than a spreadsheet keeps",
    ),
    BadDelivery(
        "id that a spreadsheet shortened",
        swapped("tasks.csv", "T2", "2.02605E+15"),
        2,
        "file 'tasks.csv', row 3, column 'task_id', a number that a spreadsheet shortened",
    ),
    BadDelivery("sheet per office", sheet_per_office, 2, "sheets with the same header (ANT, GEN)"),
    BadDelivery(
        "workbook with a password",
        raw_bytes("posts.xlsx", OLE2 + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
        2,
        "file 'posts.xlsx', a workbook with a password",
    ),
    BadDelivery(
        "file of another kind under the name",
        raw_bytes("posts.csv", OLE2 + bytes(600)),
        2,
        "an Excel workbook of before",
    ),
    BadDelivery(
        "date that no calendar knows", endless_date, 2, "row 1, column 'expected_start_on', a date that no"
    ),
    BadDelivery(
        "person among groups",
        text(
            "surveys.csv",
            "wave_on,office_id,scale,officer_id,invited,respondents\n2025-05-01,ANT,work_pressure,O1,1,1\n",
        ),
        2,
        "file 'surveys.csv', column 'officer_id', a key of persons among results of groups",
    ),
    BadDelivery("nothing to load", emptied, 2, "no entity in the delivery"),
    BadDelivery("error of a spreadsheet", swapped("cases.csv", "2025-09-01", "#N/A"), 0, "spreadsheet_error"),
    BadDelivery(
        "two assessments on one day",
        text(
            "case_assessments.csv", "case_id,assessed_on,risk_level\nC2,2025-03-01,high\nC2,2025-03-01,low\n"
        ),
        0,
        "assessed_again_that_day",
    ),
    BadDelivery("31 February", swapped("cases.csv", "2025-03-01", "2025-02-31"), 0, "not_a_date"),
    BadDelivery("days of Excel that lost their format", excel_dates, 0, "not_a_date"),
    BadDelivery(
        "share of one and a half", swapped("case_assignments.csv", "0.5", "1.5"), 0, "share_outside_0_1"
    ),
    BadDelivery("share in words", swapped("case_assignments.csv", "0.5", "half"), 0, "not_a_number"),
    BadDelivery(
        "neither true nor false",
        text(
            "case_assessments.csv", "case_id,assessed_on,risk_level,is_override\nC1,2025-03-01,high,maybe\n"
        ),
        0,
        "not_a_boolean",
    ),
    BadDelivery(
        "required value missing",
        swapped("cases.csv", "probation,2025-04-01", ",2025-04-01"),
        0,
        "missing_value",
    ),
    BadDelivery("office nobody knows", swapped("cases.csv", "C3,GEN", "C3,OST"), 0, "unknown_office"),
    BadDelivery(
        "officer nobody knows", swapped("case_assignments.csv", "C2,O2", "C2,O9"), 0, "unknown_officer"
    ),
    BadDelivery("case nobody knows", more("case_flags.csv", "C9,suspended,2025-05-01"), 0, "unknown_case"),
    BadDelivery("unknown flag", more("case_flags.csv", "C1,left_handed,2025-05-01"), 0, "unknown_category"),
    BadDelivery(
        "period that ends before it starts",
        swapped("case_assignments.csv", "2025-02-01,2025-06-01", "2025-02-01,2025-01-01"),
        0,
        "ends_before_start",
    ),
    BadDelivery(
        "ended before opened", swapped("cases.csv", "2025-09-01", "2025-02-28"), 0, "ended_before_opened"
    ),
    BadDelivery(
        "delivered before requested",
        swapped("tasks.csv", "2025-05-20", "2025-04-20"),
        0,
        "delivered_before_requested",
    ),
    BadDelivery(
        "delivered before assigned",
        swapped("tasks.csv", "2025-05-20", "2025-05-01"),
        0,
        "delivered_before_assigned",
    ),
    BadDelivery("fact after as_of", swapped("cases.csv", "2025-09-01", "2026-09-01"), 0, "fact_after_as_of"),
    BadDelivery(
        "overlapping contracts",
        more("staff_contracts.csv", "O1,ANT,2025-01-01,,officer,0.5"),
        0,
        "overlapping_period",
    ),
    BadDelivery(
        "audit nobody knows",
        beside(
            {
                "audits.csv": (
                    "audit_id,criterion,office_id,audited_on,kind,score_pct\nP1,plan,ANT,2025-05-01,peer,80\n"
                ),
                "audit_actions.csv": "action_id,audit_id,agreed_on,due_on\nP2,P9,2025-05-02,2025-06-01\n",
            }
        ),
        0,
        "unknown_audit",
    ),
    BadDelivery(
        "attendance nobody knows",
        text(
            "contacts.csv",
            "contact_id,case_id,planned_on,mode,attendance\nP1,C1,2025-05-01,office,perhaps\n",
        ),
        0,
        "unknown_category",
    ),
    BadDelivery(
        "half a minute",
        text(
            "contacts.csv",
            "contact_id,case_id,planned_on,mode,attendance,minutes\nP1,C1,2025-05-01,office,held,30.5\n",
        ),
        0,
        "not_a_whole_number",
    ),
    BadDelivery(
        "sentence where a code belongs",
        text(
            "feedback.csv",
            "feedback_id,received_on,from_group,topic\nP1,2025-05-01,client,My officer never calls. Why?\n",
        ),
        0,
        "free_text",
    ),
    BadDelivery(
        "day that is no month",
        text("training.csv", "office_id,month_start_on,topic,hours\nANT,2025-05-15,risk,12\n"),
        0,
        "not_first_of_month",
    ),
    BadDelivery(
        "answered before it came in",
        text(
            "feedback.csv",
            "feedback_id,received_on,from_group,topic,answered_on\nP1,2025-05-01,client,waiting,2025-04-30\n",
        ),
        0,
        "answered_before_received",
    ),
    BadDelivery(
        "rating of six",
        text(
            "feedback.csv",
            "feedback_id,received_on,from_group,topic,rating\nP1,2025-05-01,client,waiting,6\n",
        ),
        0,
        "outside_bounds",
    ),
    BadDelivery(
        "more answers than invited",
        text(
            "surveys.csv",
            "wave_on,office_id,scale,invited,respondents\n2025-05-01,ANT,work_pressure,12,13\n",
        ),
        0,
        "more_answers_than_invited",
    ),
    BadDelivery(
        "part above the whole",
        text(
            "outcome_figures.csv",
            "source,cohort_start_on,cohort_end_on,measure,office_id,numerator,denominator\n"
            "registry,2024-01-01,2025-01-01,reconviction_12_months,ANT,31,30\n",
        ),
        0,
        "part_above_whole",
    ),
    BadDelivery(
        "rows that belong to a quarantined case",
        swapped("cases.csv", "C1,ANT", "C1,OST"),
        0,
        "hangs_on_quarantined",
    ),
]
