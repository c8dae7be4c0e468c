"""What leaves as a file: the same rows, what they are on a second sheet, and "synthetic" where they are."""

import io
from datetime import date

import fastexcel
import polars as pl
import pytest

from dashboards.components import downloads, tables
from dashboards.text import speaking

STATUS = {"is_synthetic": True, "as_of": date(2026, 6, 30), "version": "1", "build_id": "b"}
FRAME = pl.DataFrame({"office": ["=cmd()", "Gent"], "open_cases": [3, -4]})
SHEET = downloads.Sheet(FRAME, (("Filters", "all offices"), ("Data", "synthetic")))


def test_csv_text_is_never_a_formula_and_numbers_stay_numbers():
    rows = downloads.csv(SHEET).decode().splitlines()
    assert rows == ["office,open_cases", "'=cmd(),3", "Gent,-4"]


def test_xlsx_has_the_rows_and_a_sheet_about_them():
    book = fastexcel.read_excel(downloads.xlsx(SHEET, "data", "about"))
    assert book.sheet_names == ["data", "about"]
    assert book.load_sheet("data").to_polars()["office"].to_list() == ["=cmd()", "Gent"]
    about = book.load_sheet("about", header_row=None).to_polars()
    assert about.rows() == [("Filters", "all offices"), ("Data", "synthetic")]


def test_parquet_keeps_types_and_what_it_is():
    written = downloads.parquet(SHEET)
    assert pl.read_parquet(io.BytesIO(written)).equals(FRAME)
    assert pl.read_parquet_metadata(io.BytesIO(written))["Filters"] == "all offices"


@pytest.mark.parametrize(("language", "word"), [("en", "synthetic"), ("nl", "synthetisch")])
def test_a_synthetic_file_says_so_in_its_name(language, word):
    with speaking(language):
        assert tables.file_stem("loads", STATUS) == f"loads_2026-06-30_{word}"
        assert tables.file_stem("loads", STATUS | {"is_synthetic": False}) == "loads_2026-06-30"


def test_the_second_sheet_carries_filters_day_and_definitions(sample_shown):
    with speaking("en"):
        frame = pl.DataFrame({"delivery": ["d"], "rows_loaded": [1]})
        sheet = tables.sheet(frame, "Loads", STATUS, "all offices", ("fct_loads",), tables.sheet_headings())
    about = dict(sheet.about)
    assert about["Filters"] == "all offices"
    assert about["Data as of"] == "2026-06-30"
    assert about["Data"] == "Synthetic data"
    assert about["fct_loads.rows_loaded"]
    assert "fct_loads.file" not in about


def test_the_screen_rounds_and_the_file_does_not():
    frame = pl.DataFrame({"workload_pct": [17.78, 0.96, None], "open_cases": [1, 2, 3]})
    assert tables._rounded(frame)["workload_pct"].to_list() == [17.8, 1.0, None]
    assert tables._rounded(frame)["open_cases"].to_list() == [1, 2, 3]
