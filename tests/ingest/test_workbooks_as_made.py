"""Workbooks as programs and offices make them: the sheet that people see, and no cell taken for empty."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from xlsxwriter import Workbook

from ingest.errors import BadInputError
from ingest.extracts.files import extract_file, text_file
from ingest.extracts.table_wanted import TableWanted

HEADER = ["case_id", "office_id", "ended_on"]
WANTED = TableWanted(needed=("case_id", "office_id"), used=HEADER, ids=("case_id", "office_id"))
ROWS = [HEADER, ["C1", "ANT", "2025-01-01"], ["C2", "GEN", None]]


def written(folder: Path, make: Callable[[Workbook], object]) -> Path:
    path = folder / "cases.xlsx"
    with Workbook(path) as book:
        make(book)
    return path


def filled(book: Workbook, name: str, rows: list[list] = ROWS, top: int = 0, left: int = 0):
    sheet = book.add_worksheet(name)
    for number, row in enumerate(rows, start=top):
        sheet.write_row(number, left, row)
    return sheet


def changed(path: Path, part: str, old: str, new: str) -> Path:
    """The workbook with a piece of one of its parts replaced, as another program would write it."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts[part].decode()
    assert re.search(old, text)
    parts[part] = re.sub(old, new, text).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def refused(path: Path) -> str:
    with pytest.raises(BadInputError) as refusal:
        text_file(path, wanted=WANTED)
    return str(refusal.value)


@pytest.mark.parametrize("error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"])
def test_an_error_in_a_cell_keeps_its_name(tmp_path: Path, error: str) -> None:
    path = written(tmp_path, lambda book: filled(book, "x").write_formula(2, 2, "=A1", None, error))
    assert text_file(path, wanted=WANTED).row(1) == ("C2", "GEN", error, 3)


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("missing", ["", "<v></v>", "<v/>", "<v />"])
def test_a_formula_without_a_value_is_refused_by_its_cell(tmp_path: Path, missing: str) -> None:
    path = written(
        tmp_path, lambda book: filled(book, "x", top=2, left=1).write_formula(4, 3, "=A1", None, 7)
    )
    changed(path, SHEET, r"(<c r=\"D5\"[^>]*><f>A1</f>)<v>7</v>", rf"\1{missing}")
    assert "row 5, column 'ended_on', sheet 'x', cell D5, a formula that was never calculated" in refused(
        path
    )


def test_a_zero_in_place_of_each_value_is_no_value(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x").write_formula(2, 2, "=A1+1"))
    assert "cell C3, a formula that was never calculated" in refused(path)


def test_a_formula_that_was_calculated_is_its_value(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x").write_formula(2, 2, "=A1", None, "2025-02-02"))
    assert text_file(path, wanted=WANTED).row(1) == ("C2", "GEN", "2025-02-02", 3)
    changed(path, SHEET, r"<v>2025-02-02</v>", "<v></v>")
    assert text_file(path, wanted=WANTED).row(1) == ("C2", "GEN", None, 3)


def test_what_is_not_loaded_may_hold_anything(tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        sheet = filled(
            book, "x", [[*HEADER, "own"], ["C1", "ANT", "2025-01-01", "a"], ["C2", "GEN", "", "b"]]
        )
        sheet.write_formula(2, 3, "=A1+1")
        sheet.merge_range("D2:D3", "a")

    assert text_file(written(tmp_path, make), wanted=WANTED)["case_id"].to_list() == ["C1", "C2"]


@pytest.mark.parametrize(
    ("cells", "message"), [("B2:B3", "merged cells B2:B3"), ("C3:D3", "merged cells C3:D3")]
)
def test_merged_cells_are_refused_by_their_range(tmp_path: Path, cells: str, message: str) -> None:
    path = written(tmp_path, lambda book: filled(book, "x").merge_range(cells, "ANT"))
    assert message in refused(path)
    changed(path, SHEET, "<(/?)mergeCell", r"<\1x:mergeCell")
    changed(
        path,
        SHEET,
        "<worksheet ",
        '<worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ',
    )
    assert message in refused(path)


def test_a_merged_title_above_the_header_is_a_note(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x", top=2).merge_range("A1:C1", "Opgemaakt door"))
    extract = extract_file(path, wanted=WANTED)
    assert extract.frame["row_number"].to_list() == [4, 5]
    assert extract.aside == ("rows above the header: 1",)


def test_the_first_visible_sheet_with_anything_in_it_is_read(tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        filled(book, "old", [HEADER, ["C9", "ANT", ""]])
        book.add_worksheet("leeg")
        filled(book, "nu")
        book.worksheets()[0].hide()
        book.worksheets()[1].activate()

    extract = extract_file(written(tmp_path, make), wanted=WANTED)
    assert extract.frame["case_id"].to_list() == ["C1", "C2"]
    assert extract.aside == ("hidden sheets: 1", "other sheets: 1")


def test_a_very_hidden_sheet_named_after_the_entity_is_not_read(tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        filled(book, "nu")
        filled(book, "cases", [HEADER, ["C9", "ANT", ""]]).very_hidden()

    assert text_file(written(tmp_path, make), wanted=WANTED)["case_id"].to_list() == ["C1", "C2"]


def test_the_sheet_named_after_the_entity_is_found_whatever_its_capitals(tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        filled(book, "2024", [HEADER, ["C9", "ANT", ""]])
        filled(book, "Cases ")

    extract = extract_file(written(tmp_path, make), wanted=WANTED)
    assert extract.frame["case_id"].to_list() == ["C1", "C2"]
    assert extract.aside == ("other sheets: 1",)


@pytest.mark.parametrize("name", ["cases", "Grafiek"])
def test_a_chart_is_never_the_sheet_to_read(name: str, tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=x!$A$2:$A$3"})
        book.add_chartsheet(name).set_chart(chart)
        filled(book, "x")

    extract = extract_file(written(tmp_path, make), wanted=WANTED)
    assert extract.frame["case_id"].to_list() == ["C1", "C2"]
    assert extract.aside == ("charts: 1",)


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"]
)
def test_a_workbook_with_a_damaged_part_is_refused(part: str, tmp_path: Path) -> None:
    path = changed(written(tmp_path, lambda book: filled(book, "x")), part, "(?s)^(.{150}).*$", r"\1<<&")
    assert "not readable as an Excel workbook (.xlsx)" in refused(path)


def test_sheets_with_one_header_are_refused_wherever_the_header_is(tmp_path: Path) -> None:
    def make(book: Workbook) -> None:
        filled(book, "ANT")
        filled(book, "Uitleg", [["lees dit eerst"]])
        filled(book, "GEN", [["case_id", "own", "office_id"], ["C3", "", "GEN"]], top=2, left=1)

    assert "sheets with the same header (ANT, GEN). Put all rows on one sheet" in refused(
        written(tmp_path, make)
    )


def test_numbers_among_ids_are_refused_where_digits_are_lost_and_texts_are_not(tmp_path: Path) -> None:
    rows = [HEADER, ["9" * 20, "ANT", None], [12345, "GEN", None]]
    assert text_file(written(tmp_path, lambda book: filled(book, "x", rows)), wanted=WANTED).rows() == [
        ("9" * 20, "ANT", None, 2),
        ("12345", "GEN", None, 3),
    ]
    rows = [HEADER, ["9" * 20, "ANT", None], [1234567890123456, "GEN", None]]
    said = refused(written(tmp_path, lambda book: filled(book, "x", rows)))
    assert "row 3, column 'case_id', a number with more digits than a spreadsheet keeps (15)" in said
    assert "1234567890123456" not in said


def test_a_column_has_the_letter_that_people_see(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x", top=1, left=2).write(3, 27, "nog nakijken"))
    assert "row 4, a value in column AB, which has no name" in refused(path)


def test_a_workbook_with_macros_is_read_like_any_other(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x"))
    assert text_file(path.rename(tmp_path / "cases.xlsm"), wanted=WANTED)["case_id"].to_list() == ["C1", "C2"]


def test_a_workbook_of_charts_or_of_hidden_sheets_alone_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, lambda book: filled(book, "x"))
    changed(path, "xl/workbook.xml", '<sheet name="x"', '<sheet name="x" state="hidden"')
    assert "a workbook without a visible sheet. Show the sheet to read." in refused(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"case_id,office_id\nC1,ANT\n", "not readable as an Excel workbook (.xlsx). Deliver the whole file"),
        (b"PAR1", "a Parquet file, although its name ends in .xlsx. Rename it so that it ends in .parquet"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "an Excel workbook of before 2007 (.xls), although",
        ),
        (
            b"<table><tr><td>case_id</td></tr></table>",
            "a web page or an XML document, although its name ends in",
        ),
        (b"PK\x03\x04" + bytes(100), "not readable as an Excel workbook (.xlsx). Deliver the whole file"),
    ],
)
def test_what_is_no_workbook_is_called_by_its_name(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / "cases.xlsx").write_bytes(content)
    assert message in refused(tmp_path / "cases.xlsx")


def test_an_archive_and_a_binary_workbook_are_called_by_their_names(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "cases.xlsx", "w") as archive:
        archive.writestr("cases.csv", "case_id")
    assert "a zip archive, although its name ends in .xlsx. Unpack it" in refused(tmp_path / "cases.xlsx")
    with zipfile.ZipFile(tmp_path / "cases.xlsx", "w") as archive:
        archive.writestr("xl/workbook.bin", "")
    assert "a binary Excel workbook (.xlsb), although" in refused(tmp_path / "cases.xlsx")


def test_a_parquet_file_named_as_a_workbook_is_called_by_its_name(tmp_path: Path) -> None:
    pl.DataFrame({"case_id": ["C1"]}).write_parquet(tmp_path / "cases.xlsx")
    assert "a Parquet file, although its name ends in .xlsx" in refused(tmp_path / "cases.xlsx")
