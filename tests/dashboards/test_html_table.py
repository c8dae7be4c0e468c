"""Tables say numbers and days in the page's language, whatever the browser speaks."""

from dataclasses import replace
from datetime import date

import polars as pl
import pytest

from dashboards.formats import Formats
from dashboards.html_table import Wording, html_table
from tests.dashboards.shown_tables import tables_in

ROWS = pl.DataFrame(
    {
        "part_name": ["Gent & co", "Brugge"],
        "hours": [6913.96, None],
        "cases": [12345, 0],
        "since_on": [date(2026, 6, 30), None],
        "is_open": [True, False],
        "kept_inside": ["secret", "secret"],
    }
)
HEADINGS = {"part_name": "Office", "hours": "Hours", "cases": "Cases", "since_on": "Since", "is_open": "Open"}


def wording(language: str) -> Wording:
    return Wording(
        Formats.of(language),
        missing="not recorded",
        hidden="fewer than 5",
        yes="yes",
        no="no",
        every_column="all columns",
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Gent & co", "6,914.0", "12,345", "30 Jun 2026", "yes"]),
        ("nl", ["Gent & co", "6.914,0", "12.345", "30 jun 2026", "yes"]),
    ],
)
def test_cells_are_written_in_the_language_of_the_page(language: str, words: list[str]) -> None:
    html = html_table(ROWS, HEADINGS, wording(language), caption="Offices")
    (table,) = tables_in(html)
    assert table.columns == list(HEADINGS.values())
    assert table.words[0] == words
    assert table.words[1] == ["Brugge", "not recorded", "0", "not recorded", "no"]
    assert table.rows[0] == ["Gent & co", 6913.96, 12345, date(2026, 6, 30), "yes"]
    assert "secret" not in html


@pytest.mark.parametrize(("language", "said"), [("en", "June 2026"), ("nl", "juni 2026")])
def test_what_stands_for_a_whole_month_is_written_as_one(language: str, said: str) -> None:
    rows = pl.DataFrame({"part_name": ["Gent"], "month_start_on": [date(2026, 6, 1)]})
    headings = {"part_name": "Office", "month_start_on": "Month"}
    (table,) = tables_in(html_table(rows, headings, wording(language), caption="Offices"))
    assert table.words == [["Gent", said]]
    assert table.rows == [["Gent", date(2026, 6, 1)]]


@pytest.mark.parametrize(
    ("on_phone", "kept"), [((), {"mw-keep-2", "mw-keep-3"}), (("since_on",), {"mw-keep-4"})]
)
def test_a_narrow_screen_keeps_the_columns_named_or_the_next_two(on_phone, kept) -> None:
    html = html_table(ROWS, HEADINGS, wording("en"), caption="Offices", on_phone=on_phone)
    around = html.split(">", 1)[0]
    assert set(around.removeprefix('<div class="').removesuffix('"').split()) == {"mw-few", *kept}
    assert "all columns" in html
    few = {name: HEADINGS[name] for name in list(HEADINGS)[:3]}
    assert "mw-few" not in html_table(ROWS, few, wording("en"), caption="Offices")


def test_a_column_that_is_redone_by_hand_shows_more_decimals() -> None:
    said = replace(wording("nl"), digits={"hours": 2})
    html = html_table(ROWS, HEADINGS, said, caption="Offices")
    assert ">6.913,96<" in html and ">12.345<" in html


def test_hidden_numbers_leave_no_value_behind() -> None:
    hidden = pl.Series([True, False])
    html = html_table(ROWS, HEADINGS, wording("en"), caption="Offices", hidden=hidden)
    (table,) = tables_in(html)
    assert table.words[0] == ["Gent & co", "fewer than 5", "fewer than 5", "30 Jun 2026", "yes"]
    assert "12345" not in html
    assert "6913" not in html


def test_values_are_escaped_and_names_lead_where_they_should() -> None:
    rows = pl.DataFrame({"part_name": ["<b>x</b>", "y"]})
    html = html_table(rows, {"part_name": '"A"'}, wording("en"), caption="<i>", links=["?office=a&b=c", ""])
    assert "<b>" not in html
    assert "<i>" not in html
    assert tables_in(html)[0].addresses == ["?office=a&b=c"]


@pytest.mark.parametrize(("rows", "is_sortable", "buttons"), [(2, True, 5), (2, False, 0), (1, True, 0)])
def test_rows_of_people_and_single_rows_cannot_be_sorted(rows: int, is_sortable: bool, buttons: int) -> None:
    html = html_table(ROWS.head(rows), HEADINGS, wording("en"), caption="Offices", is_sortable=is_sortable)
    assert html.count("<button") == buttons


def test_a_table_without_rows_still_has_its_headings() -> None:
    (table,) = tables_in(html_table(ROWS.clear(), HEADINGS, wording("en"), caption="Offices"))
    assert table.columns == list(HEADINGS.values())
    assert table.rows == []
