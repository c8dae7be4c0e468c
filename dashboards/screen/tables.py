"""A table on screen with its caption and downloads."""

from collections.abc import Sequence

import streamlit as st

from dashboards import made_panels
from dashboards.access import door
from dashboards.html_table import Wording, html_table
from dashboards.panel import Panel, Table
from dashboards.screen import areas, download_menu, links, source
from dashboards.text import formats, t
from dashboards.view import View


def draw(panel: Panel, view: View, made: int | None) -> None:
    """Draw the rows of a panel with caption and downloads; rows of people cannot be sorted by the reader.

    `made` is the number under which the panel was made: its table is written once for every address. Without
    a number it is written for this reader alone.
    """
    table = panel.table
    caption = table.caption or panel.title
    if table.is_of_version:
        caption = f"{caption} ({source.version_note(view)})"
    marked, addresses = links.marked_row(panel.name, table.marks), _addresses(table, view)

    def written() -> str:
        return _html(table, caption, marked, addresses)

    key = (made, panel.name, caption, marked, addresses)
    st.html(written() if made is None else made_panels.html_of(view, key, written))
    download_menu.under_table(panel, view, caption)


def _html(table: Table, caption: str, marked: int | None, addresses: Sequence[str]) -> str:
    return html_table(
        table.rows,
        table.columns,
        wording(table),
        caption=". ".join([caption, *_what_to_do(table, marked)]),
        hidden=table.rows.get_column(door.HIDDEN_MARK, default=None),
        links=addresses,
        marked=marked,
        is_sortable=not door.is_of_people(table.rows),
        on_phone=table.on_phone,
    )


def _what_to_do(table: Table, marked: int | None) -> list[str]:
    """What a name leads to, or which row a link led to."""
    if table.opens:
        return [t("common.row_opens")]
    return [] if marked is None else [t("common.row_marked", row=marked + 1)]


def wording(table: Table) -> Wording:
    """What a table says of empty cells, small numbers, yes and no, in the language that is spoken."""
    return Wording(
        formats(),
        missing=table.missing or t("common.not_recorded"),
        # A hidden number must not look like one that was never recorded.
        hidden=t("common.hidden", smallest=door.SMALLEST_SHOWN),
        yes=t("common.yes"),
        no=t("common.no"),
        every_column=t("common.every_column"),
        missing_in=table.missing_in,
        digits=table.digits,
    )


def _addresses(table: Table, view: View) -> tuple[str, ...]:
    """The address of the area that each row is about."""
    if not table.opens:
        return ()
    return tuple(areas.address_of(view.reader, area) for area in table.rows[table.opens])
