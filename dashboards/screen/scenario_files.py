"""The scenario that is looked at as a file to take away, and one of the reader's own to bring along."""

import streamlit as st

from dashboards import scenarios
from dashboards.screen import logged, session, states
from dashboards.text import t
from dashboards.view import View


def draw(view: View) -> None:
    """A button for the file of the scenario chosen, and a place for one of the reader."""
    one = scenarios.chosen(view.reader, view.choice.values["scenario"])
    with st.container(horizontal=True, gap="small", key="scenario_file"):
        if one is not None:
            st.download_button(
                t("scenarios.download_toml"),
                logged.taken("toml", "scenario", view, lambda: one.text),
                file_name=one.file,
                mime="application/toml",
                key="scenario_toml",
                on_click="ignore",
                icon=":material/download:",
            )
        with st.popover(t("scenarios.upload"), icon=":material/upload:", key="scenario_bring"):
            given = st.file_uploader(
                t("scenarios.upload_file"), type="toml", key="scenario_upload", max_upload_size=1, width=420
            )
            if given is not None:
                _take(view, given.name, given.getvalue())


def _take(view: View, name: str, content: bytes) -> None:
    """Keep a file in the session and choose it; one that cannot be used changes nothing."""
    found = scenarios.brought_along(view.reader, name, content)
    if found.problem:
        states.told(t("scenarios.uploaded_refused", problem=scenarios.refusal(found.problem)))
    elif (found.file, found.text) not in view.reader.brought:
        session.bring(found.file, found.text)
        st.query_params["scenario"] = found.id
        st.rerun()
