"""Every sentence the reader meets, in each language, and numbers and dates in the reader's convention.

A language is one file, `text/<code>.toml`, with a table per page: `t("overview.title")` is `title` of
`[overview]`, its `{places}` filled. A sentence that counts has a form per plural of the language, as
`cases.one` and `cases.other`. A part of a page with many words of its own has a table of its own, as
`officer` for Outlook. Words for the parts of an area (offices, regions) are filled in when a file is read.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from dashboards import languages
from dashboards.formats import Formats

_spoken: ContextVar[str] = ContextVar("spoken", default=languages.FALLBACK)
_parts: ContextVar[str] = ContextVar("parts", default="office")


def language() -> str:
    """The language that is spoken here."""
    return _spoken.get()


@contextmanager
def speaking(code: str, parts: str = "office") -> Iterator[None]:
    """Within this block everything is said in the language `code`.

    `parts`: whether areas are compared by `office` or by `region`; sentences that name them follow.
    """
    spoken, named = _spoken.set(code), _parts.set(parts)
    try:
        yield
    finally:
        _spoken.reset(spoken)
        _parts.reset(named)


def sentences(page: str) -> dict[str, str]:
    """All sentences of one page or of `common` in the reader's language: name -> sentence."""
    return languages.of(language()).said[_parts.get()][page]


def page_has(page: str, name: str) -> bool:
    """Whether a page has a sentence of that name: codes of policy may be an agency's own."""
    return name in sentences(page)


def t(key: str, **values: object) -> str:
    """The sentence `page.name` in the reader's language, its places filled; KeyError when unknown."""
    page, _, name = key.partition(".")
    return sentences(page)[name].format(**values)


def plural(key: str, count: float, **values: object) -> str:
    """The sentence in the plural form for `count`; `{count}` is the number as the reader writes it."""
    form = languages.of(language()).plural_form(*key.split(".", 1), count)
    return t(f"{key}.{form}", count=number(count), **values)


def part_of(key: str, part: int, whole: int, /, **values: object) -> str:
    """How many of how many; of one, `key.one` where it is that one and `key_not` where it is not."""
    return t(f"{key}_not", **values) if whole == 1 and not part else plural(key, whole, **values)


def definition(mart: str, column: str, comment: str) -> tuple[str, str]:
    """What a column of a mart means, and the language that says it: the reader's, else English.

    `column` is empty for the mart itself; `comment` is the mart's own, which is English.
    """
    own = languages.of(language()).defined[_parts.get()]
    said = own.get(f"{mart}.{column}" if column else mart) or own.get(column)
    if said:
        return said, language()
    return languages.of(languages.FALLBACK).in_own_words(comment), languages.FALLBACK


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


def listed(words: list[str], last: str = "and") -> str:
    """`a, b and c`, or with another word before the last: `or`."""
    if len(words) < 2:
        return "".join(words)
    return t(f"common.{last}", first=", ".join(words[:-1]), last=words[-1])
