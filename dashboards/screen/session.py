"""Who is in front of the screen: the language they chose, and the file that is published now."""

import streamlit as st

from dashboards import database, languages
from dashboards.reader import Reader
from store.lines import Who

LANGUAGE_KEY = "lang"
_BROUGHT = "scenarios brought"
MOST_BROUGHT = 10


def reader() -> Reader | None:
    """The reader of this session and the file published now; None where nothing is published."""
    file = database.published_file()
    if file is None:
        return None
    return Reader(str(file), language(), brought=st.session_state.get(_BROUGHT, ()))


def who() -> Who:
    """Who looks, as the access log says it; until there is a sign-in, the demonstration."""
    return Who("demo", "demo")


def bring(file: str, text: str) -> None:
    """Keep a scenario in this session, in the place of one of the same name; the latest of them are kept."""
    others = [one for one in st.session_state.get(_BROUGHT, ()) if one[0] != file]
    st.session_state[_BROUGHT] = (*others[1 - MOST_BROUGHT :], (file, text))


def language() -> str:
    """The language of this session: the one chosen, else that of the address, else the browser's."""
    if chosen := st.session_state.get(LANGUAGE_KEY):
        return chosen
    address = st.query_params.get(LANGUAGE_KEY)
    return address if address in languages.codes() else browser_language()


def browser_language() -> str:
    """The language the reader's browser asks for; English when there is no file of it."""
    asked = (st.context.locale or "").lower().replace("_", "-")
    fitting = (code for code in (asked, asked.partition("-")[0]) if code in languages.codes())
    return next(fitting, languages.FALLBACK)
