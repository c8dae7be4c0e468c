"""A button by which the data protection officer has the whole chain of the access log looked at, now."""

import streamlit as st

from dashboards import looked
from dashboards.screen import session
from dashboards.text import t
from dashboards.view import View


def draw(view: View) -> None:
    """The button; what was found is said by the page below it, and stands in the log."""
    if not looked.is_kept(view.reader):
        return
    if st.button(t("looked.check_now"), key="log_check", icon=":material/fact_check:"):
        with st.spinner(t("looked.checking")):
            looked.check(view.reader, session.who())
