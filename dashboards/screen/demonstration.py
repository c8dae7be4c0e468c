"""The banner of a demonstration: without sign-in the reader chooses whom to be, on this machine alone.

What is chosen is known to the session and stands in no address.
"""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboards import database, queries
from dashboards.access.scope import GIVEN_ROLES, ROLES_OF_AREAS, ROLES_OF_OFFICERS, Role, Scope
from dashboards.choice import Narrowed
from dashboards.queries import outlook_officer
from dashboards.reader import Reader
from dashboards.text import t

_ROLE, _OFFICE, _OFFICER = "demo_role", "demo_office", "demo_officer"


def scope() -> Scope:
    """What the role chosen may see: everything, until one is chosen."""
    role = Role(st.session_state.get(_ROLE) or Role.WHOLE)
    office = st.session_state.get(_OFFICE) or ""
    if role in ROLES_OF_AREAS:
        return Scope(role, (office,))
    officer = st.session_state.get(_OFFICER) or ""
    return Scope(role, officer=officer) if role in ROLES_OF_OFFICERS else Scope(role)


def choose(language: str) -> None:
    """Draw the banner: who the reader is, and of which office or which officer."""
    before = scope()
    with st.container(horizontal=True, vertical_alignment="center", key="demonstration"):
        st.html(f'<p class="mw-quiet">{escape(t("roles.demonstration"))}</p>', width="content")
        roles = (Role.WHOLE, *GIVEN_ROLES)
        role = _select(_ROLE, t("roles.role"), roles, {one: t(f"roles.{one}") for one in roles})
        if role in ROLES_OF_AREAS | ROLES_OF_OFFICERS:
            _choose_place(Role(role), language)
    if scope() != before:
        st.rerun()  # what stands above was of another


def _choose_place(role: Role, language: str) -> None:
    if (file := database.published_file()) is None:
        return
    everybody = Reader(str(file), language)
    offices = {row["id"]: queries.called(everybody, row) for row in queries.choices(everybody, "office")}
    if not offices:
        return
    office = _select(_OFFICE, t("common.filter_office"), tuple(offices), offices)
    if role in ROLES_OF_OFFICERS:
        scheme = queries.status(everybody).default_weight_scheme
        choice = Narrowed({"office": office, "weight_scheme": scheme})
        officers = tuple(outlook_officer.officers(everybody, choice)["officer_id"])
        if officers:
            _select(_OFFICER, t("officer.choose"), officers, {one: one for one in officers})


def _select(key: str, label: str, options: Sequence[str], words: dict[str, str]) -> str:
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    return st.selectbox(
        label,
        options,
        key=key,
        format_func=words.get,
        label_visibility="collapsed",
        persist_state="session",
        width=240,
    )
