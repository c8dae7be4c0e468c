"""The pages for addresses at which there is none for this reader, in the reader's language.

Left to itself Streamlit says so in English and shows the first page under it. So such an address becomes a
page of this visit, which the menu does not show.
"""

from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboards.text import t

_PATH = "unknown path"
# The first page is at the bare address. Its own path is one that nobody types, so that its name, which many
# type, is free to lead there.
FIRST = "first-page"


def pages(known: Sequence[str], offered: Sequence[str]) -> dict[str, list]:
    """The pages for what is not there or not for this reader, for the navigation.

    `known`: the names of all pages; `offered`: those of this reader, first the one that the bare address
    opens. Whoever is not let in has none.
    """
    first = offered[0] if offered else known[0]
    found = [_not_yours(name, offered) for name in known if name not in offered]
    path = asked_for([name for name in known if name != first])
    if offered and (path == first or first != known[0]):
        found.append(_hidden(_first_page(first), first, "page_unknown"))
    if path and path not in known:
        found.append(_hidden(_says(offered, "page_unknown"), path, "page_unknown"))
    return {"": found}


def _not_yours(name: str, offered: Sequence[str]) -> StreamlitPage:
    return _hidden(_says(offered, "page_not_yours"), name, "page_not_yours")


def _hidden(show: Callable[[], None], path: str, title: str) -> StreamlitPage:
    return st.Page(show, title=t(f"common.{title}"), url_path=path, visibility="hidden")


def asked_for(known: Sequence[str]) -> str:
    """The path that this visit began at, where it is not one of these; else empty."""
    # Once the page is known to the navigation its path is no longer told: what came first is kept.
    return st.session_state.setdefault(_PATH, path_beside(st.context.url or "", (FIRST, *known)))


def path_beside(url: str, known: Sequence[str]) -> str:
    """The last piece of an address, where it is not the name of a page; empty without any."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return "" if last in known else last


def _first_page(name: str) -> Callable[[], None]:
    return lambda: st.switch_page(f"app_pages/{name}.py", query_params=st.query_params.to_dict())


def _says(offered: Sequence[str], title: str) -> Callable[[], None]:
    def show() -> None:
        st.html(
            f'<header class="mw-opening"><h1>{escape(t(f"common.{title}"))}</h1>'
            f'<p class="mw-question">{escape(t(f"common.{title}_why"))}</p></header>'
            f"<p>{escape(t(f'common.{title}_try'))}</p>"
        )
        for name in offered:
            st.page_link(f"app_pages/{name}.py", label=t(f"app.{name}"))

    return show
