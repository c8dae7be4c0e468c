"""One control under a table: the forms in which its rows can be taken away, offered when it is opened."""

import streamlit as st

from dashboards import downloads
from dashboards.panel import Panel
from dashboards.screen import logged, opening
from dashboards.text import t
from dashboards.view import View


@st.fragment
def under_table(panel: Panel, view: View, caption: str) -> None:
    """A menu of files of the same rows, each made when it is asked for; `caption` is that of the table."""
    with opening.alone(panel, view):
        menu = st.popover(
            t("common.download"),
            key=f"downloads_{panel.name}",
            on_change="rerun",
            type="tertiary",
            icon=":material/download:",
        )
        if opening.is_open(menu):
            with menu:
                _files(downloads.Making.of(panel, view, caption), panel, view)


def _files(making: downloads.Making, panel: Panel, view: View) -> None:
    for words, (ending, make) in making.files().items():
        st.download_button(
            words,
            logged.taken(ending, panel.name, view, make, panel.table.count),
            file_name=f"{making.stem}.{ending}",
            key=f"{panel.name}_{ending}",
            on_click="ignore",
            type="tertiary",
            help=t("common.download_as", format=words),
        )
