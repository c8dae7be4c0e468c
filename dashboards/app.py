"""The entry: language, navigation, and the page chosen. `streamlit run dashboards/app.py` starts here."""

import atexit
import gc
from pathlib import Path

import streamlit as st

from dashboards import languages, sign_in
from dashboards.access import pages as pages_of_roles
from dashboards.access.scope import Scope
from dashboards.app_pages import GROUPS, PAGES
from dashboards.screen import (
    choosing,
    demonstration,
    entrance,
    scripts,
    session,
    states,
    styles,
    unknown,
)
from dashboards.sign_in import Way
from dashboards.text import language, speaking, t

_FOLDER = Path(__file__).parent / "app_pages"


@st.cache_resource(show_spinner=False)
def freeze_imports() -> bool:
    """Once per process: what the imports made is never collected, so no reader waits for the search."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # so that the end of the process can clear up
    return True


def chosen_page(scope: Scope):
    """The page of this visit, under a navigation in the reader's language to the pages of the role."""
    offered = pages_of_roles.offered(scope, PAGES)
    # the group of the page that a visit begins with comes first
    groups = sorted(GROUPS.items(), key=lambda group: offered[0] not in group[1])
    pages = {
        t(f"app.group_{group}"): [
            st.Page(_FOLDER / f"{name}.py", title=t(f"app.{name}"), **_address(name, offered))
            for name in names
            if name in offered
        ]
        for group, names in groups
    }
    others = unknown.pages(PAGES, offered)
    return st.navigation({group: own for group, own in (pages | others).items() if own}, position="top")


def _address(name: str, offered: tuple[str, ...]) -> dict:
    return {"url_path": unknown.FIRST, "default": True} if name == offered[0] else {"url_path": name}


def choose_language(spoken: str) -> None:
    """A word per language at the top right; the first visit follows the browser."""
    names = languages.names()
    with st.container(key="language"):
        code = choosing.segments(
            session.LANGUAGE_KEY,
            t("app.language"),
            tuple(names),
            session.browser_language(),
            names.get,
            is_label_hidden=True,
        )
    if code != spoken:
        st.rerun()  # the address changed the language after the navigation was named
    styles.tell_language(code)


def show() -> None:
    """The frame and the page inside it, in the language of this session, for whoever is let in."""
    standing = session.standing()
    is_in = standing.scope is not None
    page = chosen_page(standing.scope) if is_in else entrance.page(standing, PAGES)
    st.set_page_config(
        page_title=f"{page.title} – {t('common.product')}", layout="wide", initial_sidebar_state="collapsed"
    )
    choosing.on_page(page.url_path)
    scripts.lay()
    choose_language(language())
    if sign_in.way() is Way.DEMONSTRATION:
        demonstration.choose(language())
    elif is_in:
        entrance.leave(standing.scope.role)
    with states.guarded(f"page {page.url_path}"):
        page.run()


with speaking(session.language()):
    show()
freeze_imports()
