"""Every sentence the reader meets, in each language, and numbers and dates in the reader's convention.

A module per page holds `SENTENCES`: key -> (English, Dutch), with `{name}` places. `t("overview.title")`
finds `title` in `text/overview.py`. A sentence that counts has two entries, `<key>.one` and `<key>.other`.
A part of a page with many words of its own has a module of its own, as `officer` for Outlook.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from importlib import import_module

import streamlit as st

from dashboards.formats import Formats

LANGUAGES = ("en", "nl")
LANGUAGE_KEY = "lang"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_parts: ContextVar[str] = ContextVar("parts", default="office")


def browser_language() -> str:
    """The language the reader's browser asks for; English when it asks for neither."""
    asked = (st.context.locale or "en").lower()
    return "nl" if asked.startswith("nl") else "en"


def language() -> str:
    """The language of this reader: the one chosen, else that of the address, else the browser's."""
    if said := _spoken.get() or st.session_state.get(LANGUAGE_KEY):
        return said
    address = st.query_params.get(LANGUAGE_KEY)
    return address if address in LANGUAGES else browser_language()


@contextmanager
def speaking(code: str):
    """Within this block everything is said in the language `code`; for tests and reports."""
    token = _spoken.set(code)
    try:
        yield
    finally:
        _spoken.reset(token)


@lru_cache(maxsize=32)
def sentences(module: str) -> dict[str, tuple[str, str]]:
    """All sentences of one page or of `common`: key -> (English, Dutch)."""
    return import_module(f"dashboards.text.{module}").SENTENCES


def page_has(module: str, name: str) -> bool:
    """Whether a page has a sentence of that name: codes of policy may be an agency's own."""
    return name in sentences(module)


def name_parts(kind: str) -> None:
    """Say from here on of regions what is otherwise said of offices (`kind`: office or region)."""
    _parts.set(kind)


def t(key: str, **values: object) -> str:
    """The sentence `module.key` in the reader's language, its places filled; KeyError when unknown.

    Where regions stand side by side the sentence is that of `text/regions.py`, if there is one.
    """
    module, _, name = key.partition(".")
    said = sentences("regions").get(key) if _parts.get() == "region" else None
    return (said or sentences(module)[name])[LANGUAGES.index(language())].format(**values)


def plural(key: str, count: float, **values: object) -> str:
    """The sentence for one or for more; `{count}` is the number as the reader writes it."""
    ending = "one" if count == 1 else "other"
    return t(f"{key}.{ending}", count=number(count), **values)


def formats() -> Formats:
    """The number and date conventions of the reader's language."""
    return Formats.of(language())


def number(amount: float | None, digits: int = 0) -> str:
    """`12,345.6` or `12.345,6`; the words for "not recorded" when there is none."""
    return t("common.not_recorded") if amount is None else formats().number(amount, digits)


def signed(amount: float | None, digits: int = 0) -> str:
    """A change with its sign, a true minus: `+3`, `−1`; `0` stays `0`."""
    return t("common.not_recorded") if amount is None else formats().signed(amount, digits)


def percentage(amount: float | None, digits: int = 0) -> str:
    """A percentage of 0..100 as `104%` or `104 %`; the words for "not recorded" when there is none."""
    return t("common.not_recorded") if amount is None else formats().percentage(amount, digits)


def day(when) -> str:
    """`30 June 2026`; the words for "not recorded" when there is none."""
    return t("common.not_recorded") if when is None else formats().day(when)


def short_day(when) -> str:
    """`30 Jun`, for axes and small labels."""
    return t("common.not_recorded") if when is None else formats().short_day(when)


def month(when) -> str:
    """`June 2026`."""
    return t("common.not_recorded") if when is None else formats().month(when)


def hour(when) -> str:
    """`30 June 2026, 14:05` as given (the warehouse writes UTC)."""
    return t("common.not_recorded") if when is None else formats().hour(when)


def listed(words: list[str]) -> str:
    """`a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return t("common.and", first=", ".join(words[:-1]), last=words[-1])


def label(row: dict) -> str:
    """The label of a mart row that carries `label_en` and `label_nl`."""
    return row[f"label_{language()}"] or row["label_en"]
