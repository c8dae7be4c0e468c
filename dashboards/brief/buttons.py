"""The brief and its numbers as files on the page, each made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from dashboards.brief.document import brief_html
from dashboards.brief.workbook import workbook
from dashboards.downloads import file_stem
from dashboards.paper.printing import pdf, printer
from dashboards.screen import clock, logged
from dashboards.text import speaking, t
from dashboards.view import View


def draw(view: View) -> None:
    """A button per form that can be made here."""
    stem = file_stem(f"funding_{view.choice.area.replace(':', '-')}", view)
    document = _spoken(view, lambda: brief_html(view, clock.now()))
    forms: dict[str, Callable[[], bytes | str]] = {"html": document}
    if printer() is not None:
        forms["pdf"] = lambda: pdf(document())
    forms["xlsx"] = _spoken(view, lambda: workbook(view))
    with st.container(horizontal=True, gap="small", key="brief"):
        for ending, make in forms.items():
            st.download_button(
                t(f"funding.brief_{ending}"),
                logged.taken(ending, "brief", view, make),
                file_name=f"{stem}.{ending}",
                key=f"brief_{ending}",
                on_click="ignore",
                icon=":material/download:",
            )


def _spoken(view: View, make: Callable[[], bytes | str]) -> Callable[[], bytes | str]:
    """The same on another thread, which does not know the reader's language."""
    parts = "region" if view.choice.compares_regions else "office"

    def made() -> bytes | str:
        with speaking(view.reader.language, parts):
            return make()

    return made
