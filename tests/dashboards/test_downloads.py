"""What leaves as a file: the same rows, what they are on a second sheet, and "synthetic" where they are."""

import io
from dataclasses import replace

import fastexcel
import polars as pl
import pytest

from dashboards import downloads
from dashboards.app_pages import about
from dashboards.formats import Formats
from dashboards.html_table import Wording, html_table
from dashboards.panel import Panel, Table
from dashboards.text import speaking
from tests.dashboards.shown_tables import tables_in
from tests.dashboards.viewing import published_reader, view_of

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


def test_the_second_sheet_maps_headings_to_columns_and_what_they_mean():
    head, row = ("Heading", "Column", "Meaning", "Mart"), ("Open", "open_cases", "Cases open.", "fct_x.open")
    book = fastexcel.read_excel(downloads.xlsx(replace(SHEET, columns=(head, row)), "data", "about"))
    about = book.load_sheet("about", header_row=None, skip_rows=0).to_polars()
    assert about.rows()[-2:] == [head, row]
    assert about.rows()[0][:2] == ("Filters", "all offices")


def test_parquet_keeps_types_and_what_it_is():
    written = downloads.parquet(SHEET)
    assert pl.read_parquet(io.BytesIO(written)).equals(FRAME)
    assert pl.read_parquet_metadata(io.BytesIO(written))["Filters"] == "all offices"
    columns = (("", "", "", ""), ("Open", "open_cases", "Cases open.", ""), ("", "to", "Other.", ""))
    metadata = pl.read_parquet_metadata(io.BytesIO(downloads.parquet(replace(SHEET, columns=columns))))
    assert (metadata["open_cases"], metadata["to"]) == ("Open: Cases open.", "Other.")


def _panel(every_row=None) -> Panel:
    rows = pl.DataFrame({"delivery": ["d"], "rows_loaded": [1], "secret": ["x"]})
    table = Table(rows, {"delivery": "Delivery", "rows_loaded": "Rows"}, every_row=every_row)
    return Panel("loads", title="Loads", table=table, marts=("fct_loads",))


@pytest.mark.parametrize(("language", "word"), [("en", "synthetic"), ("nl", "synthetisch")])
def test_a_synthetic_file_says_so_in_its_name(sample_shown, language, word):
    with speaking(language):
        view = view_of(about.PAGE, published_reader(language))
        assert downloads.file_stem("loads", view) == f"loads_2026-06-30_{view.status.build_id}_{word}"
        real = replace(view, status=replace(view.status, is_synthetic=False))
        assert downloads.file_stem("loads", real) == f"loads_2026-06-30_{view.status.build_id}"


def test_the_second_sheet_carries_filters_day_and_definitions(sample_shown):
    with speaking("en"):
        view = view_of(about.PAGE, published_reader())
        said = replace(view, choice=replace(view.choice, said="all offices"))
        sheet = downloads.Making.of(_panel(), said, "Loads").sheet()
    about_rows = dict(sheet.about)
    assert about_rows["Filters"] == "all offices"
    assert about_rows["Data up to"] == "2026-06-30"
    assert about_rows["Data"] == "Synthetic data"
    assert about_rows["fct_loads"].startswith("One row per file")
    head, *columns = sheet.columns
    assert head == (
        "Heading on the screen",
        "Column in the file",
        "What it means",
        "Table and column in the warehouse",
    )
    assert ("Rows", "rows_loaded", "Rows loaded.", "fct_loads.rows_loaded") in columns
    assert [column for _, column, *_ in columns] == sheet.frame.columns, "each column of the file, no other"
    assert sheet.frame.columns == ["delivery", "rows_loaded", "data_kind"], "what is not shown does not leave"


def test_every_row_is_asked_for_when_the_file_is_made(sample_shown):
    asked = []

    def every_row() -> pl.DataFrame:
        asked.append(1)
        return pl.DataFrame({"delivery": ["d", "e"], "rows_loaded": [1, 2], "secret": ["x", "y"]})

    with speaking("en"):
        making = downloads.Making.of(_panel(every_row), view_of(about.PAGE, published_reader()), "Loads")
    assert not asked
    ending, make = making.files()["Parquet"]
    assert ending == "parquet"
    assert pl.read_parquet(io.BytesIO(make())).height == 2


def test_the_screen_rounds_and_the_file_does_not():
    frame = pl.DataFrame({"workload_pct": [17.78, 0.96, None], "open_cases": [1, 2, 3]})
    words = Wording(
        Formats.of("nl"),
        missing="onbekend",
        hidden="minder dan 5",
        yes="ja",
        no="nee",
        every_column="alle kolommen",
    )
    (table,) = tables_in(html_table(frame, {name: name for name in frame.columns}, words, caption="x"))
    assert table.words == [["17,8", "1"], ["1,0", "2"], ["onbekend", "3"]]
    assert b"17.78" in downloads.csv(downloads.Sheet(frame, ()))


def test_a_dutch_spreadsheet_opens_a_file_of_its_own_in_columns():
    frame = pl.DataFrame({"part_name": ["Gent; stad", "=1+1"], "workload_pct": [17.78, None]})
    made = downloads.csv_with_comma(downloads.Sheet(frame, ()))
    assert made == b'\xef\xbb\xbfpart_name;workload_pct\n"Gent; stad";17,78\n\'=1+1;\n'
