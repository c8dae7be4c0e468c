"""What is on this page: the titles of its parts, each a way to its part; at the side where there is room."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboards.panel import Panel
from dashboards.screen import links
from dashboards.text import t

_FEWEST = 4  # parts of a page that needs a list of them


def draw(panels: Sequence[Panel]) -> None:
    """The titles of the panels drawn, in their order; nothing on a short page."""
    titled = [panel for panel in panels if panel.title]
    if len(titled) < _FEWEST:
        return
    rows = "".join(
        f'<li><a href="#{links.place_of(panel.name)}">{escape(panel.title)}</a></li>' for panel in titled
    )
    title = escape(t("common.on_this_page"))
    st.html(
        f'<details class="mw-contents" data-fold="contents"><summary>{title}</summary>'
        f"<ol>{rows}</ol></details>"
    )
