"""The way down to what a page shows, each step above it a way back, above everything else on the page.

A step that leaves what only the session knows, such as an officer, is a button: no address says whom.
"""

from collections.abc import Sequence

import streamlit as st

from dashboards.access.pages import is_offered
from dashboards.choice import ALL
from dashboards.filters.all_filters import FILTERS
from dashboards.filters.filter import Context
from dashboards.page import Crumb
from dashboards.panel import Link
from dashboards.screen import links
from dashboards.view import View


def draw(crumbs: Sequence[Crumb], view: View) -> None:
    """The steps side by side; the last is where the reader stands, and leads nowhere."""
    if not crumbs:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="crumbs"):
        for place, crumb in enumerate(crumbs):
            _step(crumb, place, view, is_last=place == len(crumbs) - 1)


def _step(crumb: Crumb, place: int, view: View, *, is_last: bool) -> None:
    if is_last or not (crumb.leaves or is_offered(view.reader.scope, crumb.page)):
        st.text(crumb.label, width="content")
    elif crumb.leaves:
        st.button(
            crumb.label, key=f"crumb_{place}", type="tertiary", on_click=_leave, args=(crumb.leaves, view)
        )
    else:
        address = links.address(Link(crumb.page, chosen=crumb.chosen))
        st.page_link(f"app_pages/{crumb.page}.py", label=crumb.label, query_params=address)


def _leave(names: Sequence[str], view: View) -> None:
    context = Context(view.reader, view.status, view.choice.values)
    for name in names:
        st.session_state[FILTERS[name].session_key(context)] = ALL
