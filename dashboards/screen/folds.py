"""A table behind "Show as table": made and sent when somebody opens it, and then alone."""

import streamlit as st

from dashboards.panel import Panel
from dashboards.screen import opening, tables
from dashboards.text import t
from dashboards.view import View


@st.fragment
def table(panel: Panel, view: View, made: int | None) -> None:
    """The table of a panel in a fold: of one that is closed nothing is made, whatever filters change.

    `made` is the number under which the panel was made.
    """
    with opening.alone(panel, view):
        fold = st.expander(t("common.show_as_table"), key=f"table_{panel.name}", on_change="rerun")
        if opening.is_open(fold):
            with fold:
                tables.draw(panel, view, made)
