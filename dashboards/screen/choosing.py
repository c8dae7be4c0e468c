"""One choice by the reader: a widget whose value also stands in the address, as a language-free id.

Streamlit's own `bind="query-params"` writes the label that is shown; a link made in Dutch would be lost on
an English reader. Here the address holds ids, and a link survives a change of language.
"""

from collections.abc import Callable, Sequence

import streamlit as st

_SEEN = "address seen"
_PAGE = "page seen"
_DEFAULTS = "defaults of the choices"
_UNKNOWN = "choices of the address that are not offered"


def on_page(name: str) -> None:
    """Note which page is shown: moving to another drops the address, which then is no choice undone."""
    if st.session_state.get(_PAGE) != name:
        st.session_state[_PAGE] = name
        st.session_state[_SEEN] = {}
        st.session_state[_UNKNOWN] = set()


def settle(key: str, options: Sequence[str], default: str) -> str:
    """The value of one choice, settled before its widget is drawn: a changed address wins over the session.

    An address that changed by itself is a link or the browser's back button. Sets the session's value, so
    that the widget with this `key` starts from it.
    """
    seen = st.session_state.setdefault(_SEEN, {})
    address = st.query_params.get(key)
    value = st.session_state.get(key, default)
    if key not in st.session_state or address != seen.get(key):
        value = address or (default if seen.get(key) else value)
        _note(key, is_unknown=bool(address) and address not in options)
    elif value != default:
        _note(key, is_unknown=False)  # chosen by the reader since
    value = value if value in options else default
    # Said anew once per page: a widget of the page before may have taken its value with it.
    if key not in seen or st.session_state.get(key) != value:
        st.session_state[key] = value
        seen.setdefault(key, None)
    return value


def pass_over(key: str, shown: str) -> None:
    """A choice that these data do not offer: what a link asks of it, other than what is shown, is noted."""
    address = st.query_params.get(key)
    if address not in (None, shown, st.session_state.get(_SEEN, {}).get(key)):
        _note(key, is_unknown=True)
        del st.query_params[key]


def is_unknown(key: str) -> bool:
    """Whether the address asked for something that this choice does not offer; said until it is changed."""
    return key in st.session_state.get(_UNKNOWN, ())


def _note(key: str, *, is_unknown: bool) -> None:
    unknown = st.session_state.setdefault(_UNKNOWN, set())
    (unknown.add if is_unknown else unknown.discard)(key)


def remember(key: str, default: str) -> None:
    """Write the value of one choice into the address; the default leaves it out."""
    value = st.session_state[key]
    wanted = None if value == default else value
    if st.query_params.get(key) != wanted:
        if wanted is None:
            del st.query_params[key]
        else:
            st.query_params[key] = wanted
    st.session_state.setdefault(_SEEN, {})[key] = wanted
    st.session_state.setdefault(_DEFAULTS, {})[key] = default


def select(
    key: str,
    label: str,
    options: Sequence[str],
    default: str,
    words: Callable[[str], str],
    *,
    is_in_address: bool = True,
    **more: object,
) -> str:
    """A drop-down with that label over ids, shown by `words`; returns the id chosen.

    `more` goes to the widget. What is not in the address is known to this session only.
    """
    if not is_in_address:
        return st.selectbox(label, options, key=key, format_func=words, **more)
    settle(key, options, default)
    value = st.selectbox(label, options, key=key, format_func=words, persist_state="session", **more)
    remember(key, default)
    return value


def typed(key: str, label: str, says: str, width: int) -> str:
    """A place to type something in, known to this session only; empty where nothing is."""
    return st.text_input(label, key=key, help=says, width=width, max_chars=120, autocomplete="off").strip()


def segments(
    key: str,
    label: str,
    options: Sequence[str],
    default: str,
    words: Callable[[str], str],
    *,
    is_label_hidden: bool = False,
    **_: object,
) -> str:
    """Two to four choices side by side, always one of them chosen; returns the id chosen."""
    settle(key, options, default)
    value = st.segmented_control(
        label,
        options,
        key=key,
        format_func=words,
        required=True,
        persist_state="session",
        label_visibility="collapsed" if is_label_hidden else "visible",
        wrap=True,  # on a phone a choice beyond the edge would not be seen
    )
    remember(key, default)
    return value


def forget_all() -> None:
    """Set every choice but the language back to its default."""
    for key, default in st.session_state.get(_DEFAULTS, {}).items():
        if key != "lang":
            st.session_state[key] = default
