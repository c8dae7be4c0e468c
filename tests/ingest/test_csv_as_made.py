"""CSV files as programs and people make them: nothing is swallowed, and rows keep the number people see."""

from pathlib import Path

import polars as pl
import pytest

from ingest.errors import BadInputError
from ingest.extracts.files import extract_file, text_file
from ingest.extracts.table_wanted import TableWanted

HEADER = "case_id,office_id,end_reason\n"
NEEDED = TableWanted(needed=("case_id", "office_id"))


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "cases.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refused(folder: Path, content: str | bytes, wanted: TableWanted | None = None) -> str:
    with pytest.raises(BadInputError) as refusal:
        text_file(written(folder, content), wanted=wanted)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        # The second quote is properly closed, three lines further on: the rows between are one value.
        ('C1,ANT,"zie\nC2,ANT,x\nC3,ANT,"\nC4,ANT,x\n', "row 2, a quote that runs over 3 lines and swallows"),
        ('C1,ANT,x\nC2,ANT,"zie\nC3,ANT,x\nC4,GEN,zie"\n', "row 3, a quote that runs over 3 lines"),
        ('C1,ANT,"zie\nC2,ANT,"zie\nC3,ANT,x\n', "row 2, a closing quote with text behind it"),
        ('C1,ANT,"de "grote" zaak"\n', "row 2, a closing quote with text behind it"),
        ('C1,ANT,x\n"C2,ANT,x\nC3,ANT,x\n', "row 3, a quote that is never closed"),
        ('\nC1,ANT,"zie\nC2,ANT,x\n', "row 3, a quote that is never closed"),
    ],
)
def test_a_quote_that_swallows_rows_is_refused_where_it_opens(tmp_path, rows: str, message: str) -> None:
    said = refused(tmp_path, HEADER + rows)
    assert message in said
    assert "C2" not in said


def test_a_value_may_run_over_lines_that_are_no_rows(tmp_path: Path) -> None:
    path = written(tmp_path, HEADER + 'C1,ANT,"eerst\ndan, ""later"""\n\nC2,GEN,een 5" pijp\n')
    assert text_file(path).rows() == [
        ("C1", "ANT", 'eerst\ndan, "later"', 2),
        ("C2", "GEN", 'een 5" pijp', 4),
    ]


def test_a_quote_beyond_what_a_library_holds_is_refused_with_its_row(tmp_path: Path) -> None:
    said = refused(tmp_path, HEADER + 'C1,ANT,x\nC2,ANT,"' + "x" * 200_000 + "\n")
    assert "row 3, a quote that is never closed" in said


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system_are_read(tmp_path: Path, end: str) -> None:
    path = written(tmp_path, (HEADER + "C1,ANT,x\nC2,GEN,y\n").replace("\n", end))
    assert text_file(path)["row_number"].to_list() == [2, 3]


def test_blank_lines_keep_the_numbers_of_the_rows_below(tmp_path: Path) -> None:
    path = written(tmp_path, "\n" + HEADER + "\nC1,ANT,x\n   \n\r\nC2,GEN,y\n;\n\n".replace(";", ",,"))
    assert text_file(path).select("case_id", "row_number").rows() == [("C1", 4), ("C2", 7)]


def test_a_row_of_another_width_is_named_below_blank_lines(tmp_path: Path) -> None:
    assert "row 5, 2 values where" in refused(tmp_path, HEADER + "\nC1,ANT,x\n\nC2,ANT\n")
    assert "row 4, 2 values where" in refused(tmp_path, HEADER + 'C1,ANT,"a\nb"\n\nC2,ANT\n')


@pytest.mark.parametrize("line", ["sep=;", '"sep=;"', "SEP=;", "\ufeffsep=;", "sep=;;"])
def test_a_line_that_states_the_separator_is_taken_at_its_word(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, line + "\ncase_id;office_id\nC1,1;ANT\n")
    extract = extract_file(path, wanted=NEEDED)
    assert extract.frame.rows() == [("C1,1", "ANT", 3)]
    assert extract.aside == ()


def test_a_stated_tab_separates(tmp_path: Path) -> None:
    assert text_file(written(tmp_path, "sep=\t\ncase_id\toffice_id\nC1\tANT\n")).rows() == [("C1", "ANT", 3)]


def test_notes_above_the_header_are_counted_and_never_shown(tmp_path: Path) -> None:
    path = written(tmp_path, "Opgemaakt door, Jan\n\n" + HEADER + "C1,ANT,x\n")
    extract = extract_file(path, wanted=NEEDED)
    assert extract.frame.rows() == [("C1", "ANT", "x", 4)]
    assert extract.aside == ("rows above the header: 1",)


def test_a_first_row_that_names_one_column_is_the_header_whatever_follows(tmp_path: Path) -> None:
    path = written(tmp_path, "case_id,other\nC1,x\n" + "case_id,office_id\n")
    assert text_file(path, wanted=NEEDED).columns == ["case_id", "other", "row_number"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (HEADER.encode("utf-16"), "text in UTF-16, although its name ends in .csv. Save the file as UTF-8"),
        (b"\x1f\x8b\x08\x00abc", "a gzip archive, although its name ends in .csv. Unpack it"),
        (b"%PDF-1.7", "a PDF document, although"),
        (b"<html><table><tr><td>case_id", "a web page or an XML document, although"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(tmp_path: Path, content: bytes, message: str) -> None:
    assert message in refused(tmp_path, content)


def test_a_workbook_named_csv_is_called_by_its_name(tmp_path: Path) -> None:
    pl.DataFrame({"case_id": ["C1"]}).write_excel(tmp_path / "real.xlsx")
    said = refused(tmp_path, (tmp_path / "real.xlsx").read_bytes())
    assert (
        "an Excel workbook (.xlsx), although its name ends in .csv. Rename it so that it ends in .xlsx"
        in said
    )
