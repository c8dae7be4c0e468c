"""What is shown when there is nothing to show: no warehouse, not delivered, filtered away, gone wrong."""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from dashboards import database
from dashboards.access.narrowing import NotShownError
from dashboards.page import why_not_shown
from dashboards.panel import State
from dashboards.screen import choosing, pieces
from dashboards.status import OtherMarts
from dashboards.text import t

_log = logging.getLogger(__name__)


def no_warehouse() -> None:
    """The page before the first build: where was looked, and which command makes one."""
    st.html(
        f'<section class="mw-state"><h2>{escape(t("common.no_warehouse"))}</h2>'
        f"<p>{escape(t('common.no_warehouse_why', folder=database.folder()))}</p>"
        f"<p>{escape(t('common.no_warehouse_try'))}</p></section>"
    )
    st.code("python -m ingest demo", language="bash")
    st.html(f'<p class="mw-quiet">{escape(t("common.no_warehouse_own"))}</p>')
    st.code("python -m ingest build --extracts DIR", language="bash")


def other_marts() -> None:
    """The page of a file that another version built: which command builds it anew."""
    st.html(
        f'<section class="mw-state" role="alert"><h2>{escape(t("common.other_marts"))}</h2>'
        f"<p>{escape(t('common.other_marts_why'))}</p></section>"
    )
    st.code("python -m ingest build --extracts DIR", language="bash")


def not_shown(sentence: str) -> None:
    """Something that is there, but not for this reader: said where it would stand."""
    st.html(pieces.state(State.NOT_SHOWN, sentence))


def told(sentence: str) -> None:
    """Something that happened and that the reader should know: a screen reader says it at once."""
    st.html(f'<p class="mw-state" role="status">{escape(sentence)}</p>', width="content")


def nothing_held() -> None:
    """Nothing was chosen, and there is nothing to show: no filter is to blame."""
    st.html(pieces.note(t("common.nothing_held")))


def nothing_found() -> None:
    """The filters leave nothing: say so, with one click back."""
    st.html(f'<p class="mw-state mw-empty">{escape(t("common.nothing_found"))}</p>')
    st.button(t("common.reset_filters"), on_click=choosing.forget_all, key="reset_filters")


@contextmanager
def guarded(part: str) -> Iterator[None]:
    """An exception inside becomes a sentence with an id that the log repeats; the page lives on.

    A version that is gone is no failure of a part: it goes on to whoever holds the version. Nor is what is
    not for this reader: that is said in its place.
    """
    try:
        yield
    except database.VersionGone:
        raise
    except OtherMarts:
        _log.warning("the published file was built by another version of Maatwerk")
        other_marts()
    except NotShownError as refused:
        not_shown(why_not_shown(refused))
    except Exception:
        failure_id = secrets.token_hex(4)
        _log.exception("failure %s in %s", failure_id, part)
        sentence = t("common.failed", id=failure_id)
        st.html(f'<p class="mw-state mw-failed" role="alert">{escape(sentence)}</p>')
