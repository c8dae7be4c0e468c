"""The page for an address at which there is none, in the reader's language.

Left to itself Streamlit says so in English and shows the first page under it. So the unknown address becomes
a page of this visit, which the menu does not show.
"""

from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import urlsplit

import streamlit as st

from dashboards.text import t

_PATH = "unknown path"
# The first page is at the bare address. Its own path is one that nobody types, so that its name, which many
# type, is free to lead there.
FIRST = "first-page"


def pages(known: Sequence[str]) -> dict[str, list]:
    """The page for what this visit asked for in vain, for the navigation; nothing where it is known.

    `known`: the names of the pages, first the one that the bare address opens.
    """
    # Once the page is known to the navigation its path is no longer told: what came first is kept.
    path = st.session_state.setdefault(_PATH, path_beside(st.context.url or "", (FIRST, *known[1:])))
    if not path:
        return {}
    shown = _first_page(known[0]) if path == known[0] else _says_unknown(known)
    return {"": [st.Page(shown, title=t("common.page_unknown"), url_path=path, visibility="hidden")]}


def path_beside(url: str, known: Sequence[str]) -> str:
    """The last piece of an address, where it is not the name of a page; empty without any."""
    last = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    return "" if last in known else last


def _first_page(name: str) -> Callable[[], None]:
    return lambda: st.switch_page(f"app_pages/{name}.py", query_params=st.query_params.to_dict())


def _says_unknown(known: Sequence[str]) -> Callable[[], None]:
    def show() -> None:
        st.html(
            f'<header class="mw-opening"><h1>{escape(t("common.page_unknown"))}</h1>'
            f'<p class="mw-question">{escape(t("common.page_unknown_why"))}</p></header>'
            f"<p>{escape(t('common.page_unknown_try'))}</p>"
        )
        for name in known:
            st.page_link(f"app_pages/{name}.py", label=t(f"app.{name}"))

    return show
