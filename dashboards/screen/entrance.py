"""What whoever is not let in meets: signed out, expired, no role, or access that cannot be checked."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboards import sign_in
from dashboards.access.scope import Role
from dashboards.screen import unknown
from dashboards.screen.session import Standing
from dashboards.sign_in import Way
from dashboards.text import t

_LEAVE = "no_role"  # somebody is signed in, but as nobody that the access file knows


def page(standing: Standing, known: Sequence[str]) -> StreamlitPage:
    """The one page that stands at every address; none says whether there is more behind it."""
    title = t(f"roles.{standing.why}")
    at = [name for name in (*known, unknown.asked_for(known)) if name]
    pages = [st.Page(partial(_show, standing), title=title, url_path=name) for name in dict.fromkeys(at)]
    first = st.Page(partial(_show, standing), title=title, url_path=unknown.FIRST, default=True)
    return st.navigation([first, *pages], position="hidden")


def _show(standing: Standing) -> None:
    st.html(
        f'<header class="mw-opening"><h1>{escape(t(f"roles.{standing.why}"))}</h1>'
        f'<p class="mw-question">{escape(t(f"roles.{standing.why}_why"))}</p></header>'
    )
    if sign_in.way() is not Way.PROVIDER or standing.why == "closed":
        return
    if standing.why == _LEAVE:
        st.button(t("roles.sign_out"), on_click=st.logout, key="sign_out")
    else:
        st.button(t("roles.sign_in"), on_click=st.login, key="sign_in", type="primary")


def leave(role: Role) -> None:
    """As what the reader looks, and for whoever signed in with a provider the way out."""
    with st.container(horizontal=True, vertical_alignment="center", key="signed_in"):
        said = t("roles.signed_in", role=t(f"roles.{role}"))
        st.html(f'<p class="mw-quiet">{escape(said)}</p>', width="content")
        if sign_in.way() is Way.PROVIDER:
            st.button(t("roles.sign_out"), on_click=st.logout, key="sign_out", type="tertiary")
