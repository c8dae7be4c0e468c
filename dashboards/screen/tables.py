"""A table on screen with its caption and downloads."""

import streamlit as st

from dashboards import downloads
from dashboards.access import door
from dashboards.html_table import Wording, html_table
from dashboards.panel import Panel, Table
from dashboards.screen import areas, links, source
from dashboards.text import formats, t
from dashboards.view import View


def draw(panel: Panel, view: View) -> None:
    """Draw the rows of a panel with caption and downloads; rows of people cannot be sorted by the reader."""
    table = panel.table
    caption = f"{table.caption or panel.title} ({source.version_note(view)})"
    marked = links.marked_row(panel.name, table.marks)
    st.html(
        html_table(
            table.rows,
            table.columns,
            wording(table),
            caption=". ".join([caption, *_what_to_do(table, marked)]),
            hidden=table.rows.get_column(door.HIDDEN_MARK, default=None),
            links=_addresses(table, view),
            marked=marked,
            is_sortable=not door.is_of_people(table.rows),
            on_phone=table.on_phone,
        )
    )
    _download_buttons(panel, view, caption)


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
    )


def _addresses(table: Table, view: View) -> list[str]:
    """The address of the area that each row is about."""
    return [areas.address_of(view.reader, area) for area in table.rows[table.opens]] if table.opens else []


def _download_buttons(panel: Panel, view: View, caption: str) -> None:
    """Files of the same rows, each made when it is asked for."""
    making = downloads.Making.of(panel, view, caption)
    with st.container(horizontal=True, gap="small", key=f"downloads_{panel.name}"):
        for words, (ending, make) in making.files().items():
            st.download_button(
                words,
                make,
                file_name=f"{making.stem}.{ending}",
                key=f"{panel.name}_{ending}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
                help=t("common.download_as", format=words),
            )
