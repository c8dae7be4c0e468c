"""A table behind "Show as table": made and sent when somebody opens it, and then alone."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboards.panel import Panel
from dashboards.screen import states, tables, version
from dashboards.text import speaking, t
from dashboards.view import View


@st.fragment
def table(panel: Panel, view: View) -> None:
    """The table of a panel in a fold: of one that is closed nothing is made, whatever filters change."""
    reader = view.reader
    parts = "region" if view.choice.compares_regions else "office"
    # Opening it runs this fragment alone, so it says itself in which language, and of which version.
    with speaking(reader.language, parts), version.held(reader), states.guarded(panel.name):
        fold = st.expander(t("common.show_as_table"), key=f"table_{panel.name}", on_change="rerun")
        if is_open(fold):
            with fold:
                tables.draw(panel, view)


def is_open(fold: DeltaGenerator) -> bool:
    """Whether the reader has opened it."""
    return bool(fold.open)
