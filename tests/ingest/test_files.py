"""Files of all three kinds give the same rows."""

import datetime as dt
from pathlib import Path

import polars as pl
import pytest

from ingest.errors import BadInputError
from ingest.extracts.files import text_file
from tests.ingest.small_delivery import write_files

POSTS = pl.DataFrame(
    {
        "post_id": ["V1", "V2"],
        "office_id": ["ANT", "GEN"],
        "grade": ["officer", "officer"],
        "fte": [1.0, 0.5],
        "status": ["vacant", "hired"],
        "expected_start_on": [dt.date(2027, 1, 1), None],
    }
)


def write_csv(path: Path) -> None:
    POSTS.write_csv(path.with_suffix(".csv"))


def write_semicolons(path: Path) -> None:
    POSTS.write_csv(path.with_suffix(".csv"), separator=";", include_bom=True, line_terminator="\r\n")


def write_parquet(path: Path) -> None:
    POSTS.write_parquet(path.with_suffix(".parquet"))


def write_parquet_times(path: Path) -> None:
    times = pl.col("expected_start_on").cast(pl.Datetime("ms"))
    POSTS.with_columns(
        times, pl.col("fte").cast(pl.Decimal(4, 2)), pl.col("grade").cast(pl.Categorical)
    ).write_parquet(path.with_suffix(".parquet"))


def write_xlsx(path: Path) -> None:
    POSTS.write_excel(path.with_suffix(".xlsx"))


@pytest.mark.parametrize(
    "write", [write_csv, write_semicolons, write_parquet, write_parquet_times, write_xlsx]
)
def test_every_kind_of_file_gives_the_same_rows(write, small: Path, loaded) -> None:
    write(small / "posts")
    rows = loaded(small).rows(
        "select post_id, office_id, fte, status, expected_start_on from raw.posts order by 1"
    )
    assert [(a, b, float(c), d, e) for a, b, c, d, e in rows] == [
        ("V1", "ANT", 1.0, "vacant", dt.date(2027, 1, 1)),
        ("V2", "GEN", 0.5, "hired", None),
    ]


def test_a_header_without_rows_is_an_entity_of_no_rows(small: Path, loaded) -> None:
    write_files(small, {"posts.csv": "post_id,office_id,grade,fte,status"})
    raw = loaded(small)
    assert raw.one("select is_delivered, rows from raw.delivered_entities where entity = 'posts'") == (
        True,
        0,
    )


def test_values_are_trimmed_and_empty_text_is_no_value(small: Path, loaded) -> None:
    write_files(
        small, {"offices.csv": 'office_id , office_name,region\n ANT ," Antwerpen ",""\nGEN,Gent,  \n'}
    )
    assert loaded(small).rows("select office_id, office_name, region from raw.offices") == [
        ("ANT", "Antwerpen", None),
        ("GEN", "Gent", None),
    ]


def test_the_row_number_is_the_one_a_spreadsheet_shows(small: Path, loaded) -> None:
    rows = loaded(small).rows("select case_id, row_number from raw.cases order by 1")
    assert rows == [("C1", 2), ("C2", 3), ("C3", 4)]


def test_quoted_values_may_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text('office_id,office_name\nANT,"a, ""b""\nc"\n', encoding="utf-8")
    assert text_file(path).row(0) == ("ANT", 'a, "b"\nc', 2)


def test_empty_columns_at_the_right_edge_are_dropped_and_filled_ones_refused(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text("office_id;office_name;\nANT;A;\n", encoding="utf-8")
    assert text_file(path).columns == ["office_id", "office_name", "row_number"]
    path.write_text("office_id;office_name;\nANT;A;x\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="row 2, a value in column C, which has no name"):
        text_file(path)


def test_a_row_with_too_few_values_is_refused_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text("office_id,office_name,region\nANT,A,x\nGEN,G\n", encoding="utf-8")
    with pytest.raises(BadInputError, match="row 3, 2 values where the header has 3 columns"):
        text_file(path)


def test_a_refusal_never_shows_the_row(tmp_path: Path) -> None:
    path = tmp_path / "offices.csv"
    path.write_text("office_id,office_name\nANT,A,Jan Peeters\n", encoding="utf-8")
    with pytest.raises(BadInputError) as refusal:
        text_file(path)
    assert "Peeters" not in str(refusal.value)


def test_lists_in_parquet_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "offices.parquet"
    pl.DataFrame({"office_id": [["ANT"]], "office_name": ["A"]}).write_parquet(path)
    with pytest.raises(BadInputError, match="column 'office_id', a column of lists"):
        text_file(path)


def test_a_sheet_named_after_the_entity_is_read_before_the_first(tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    path = tmp_path / "offices.xlsx"
    with Workbook(path) as book:
        book.add_worksheet("notes").write_row(0, 0, ["about"])
        sheet = book.add_worksheet("offices")
        sheet.write_row(0, 0, ["office_id", "office_name"])
        sheet.write_row(1, 0, [101, "Antwerpen"])
    assert text_file(path).rows() == [("101", "Antwerpen", 2)]
