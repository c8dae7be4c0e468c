"""The version that a page shows: the same from one whole run to the next, whatever is published meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from dashboards import database
from dashboards.reader import Reader
from dashboards.screen import session, states
from dashboards.text import t

_GONE = "version gone"


@contextmanager
def held(reader: Reader) -> Iterator[None]:
    """Run a page, or a part of it, on the version of its reader, within what that reader may see.

    Where that version is not kept any more the whole page runs anew, on the one that is published now; and
    where the reader may by now see something else, or nothing more, it runs anew for who that is.
    """
    if session.standing().scope != reader.scope:
        st.rerun()
    try:
        if not database.is_kept(reader):
            raise database.VersionGone(reader.file)
        yield
    except database.VersionGone:
        st.session_state[_GONE] = True
        st.rerun()


def say(reader: Reader) -> None:
    """Say that another version has been published since, or that this one took the place of one now gone."""
    if st.session_state.pop(_GONE, False):
        states.told(t("common.version_gone"))
    published = database.published_file()
    if published is None or str(published) == reader.file:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="other_version"):
        states.told(t("common.version_published"))
        if st.button(t("common.load_version"), key="load_version"):
            st.rerun()  # the whole page: all of it is then of the version published now
