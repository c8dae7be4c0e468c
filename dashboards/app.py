"""The entry: language, navigation, and the page chosen. `streamlit run dashboards/app.py` starts here."""

import atexit
import gc
from pathlib import Path

import streamlit as st

from dashboards.app_pages import PAGES
from dashboards.components import choosing, states, styles
from dashboards.text import LANGUAGE_KEY, LANGUAGES, browser_language, language, t

_FOLDER = Path(__file__).parent / "app_pages"


@st.cache_resource(show_spinner=False)
def freeze_imports() -> bool:
    """Once per process: what the imports made is never collected, so no reader waits for the search."""
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # so that the end of the process can clear up
    return True


def chosen_page():
    """The page of this visit, under a navigation in the reader's language."""
    pages = [
        st.Page(_FOLDER / f"{name}.py", title=t(f"app.{name}"), default=name == PAGES[0]) for name in PAGES
    ]
    return st.navigation(pages, position="top")


def choose_language() -> None:
    """Two words at the top right; the first visit follows the browser."""
    spoken = language()
    names = {code: code.upper() for code in LANGUAGES}
    with st.container(key="language"):
        code = choosing.segments(
            LANGUAGE_KEY, t("app.language"), LANGUAGES, browser_language(), names.get, is_label_hidden=True
        )
    if code != spoken:
        st.rerun()  # the address changed the language after the navigation was named
    styles.tell_language(code)


page = chosen_page()
st.set_page_config(
    page_title=f"{page.title} – {t('common.product')}", layout="wide", initial_sidebar_state="collapsed"
)
choosing.on_page(page.url_path)
styles.lay()
choose_language()
with states.guarded(f"page {page.url_path}"):
    page.run()
freeze_imports()
