"""The languages of the pages, found from the files present: what each one says and how it writes numbers.

A language is one file `<code>.toml` in the folder `dashboards/text`, or in the one that the environment
variable `MAATWERK_LANGUAGES` names. A file holds `[language]` (name, locale, percent sign),
`[parts.office]` and `[parts.region]` (words for the parts of an area) and a table of sentences per page.
It may hold `[labels.<kind>]` too: a label per code, for a policy that has none in this language; and
`[definitions]`: what a column of the marts means (key: the column, or "mart.column" where one mart means
something else by it). Without one the mart's own comment is shown, which is English.

A file of another folder goes over the one of the same name here, so it need hold only what differs: an
agency's own words (`[words]`: a word or phrase of these sentences -> what the agency says), or a sentence.
"""

import os
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path

from babel import Locale

_SHIPPED = Path(__file__).parent / "text"
FOLDER = os.environ.get("MAATWERK_LANGUAGES") or str(_SHIPPED)
FALLBACK = "en"
_NO_PAGES = ("language", "parts", "labels", "definitions", "words")
_NO_SENTENCES = ("language", "labels", "words")
Sentences = dict[str, dict[str, str]]


@dataclass(frozen=True)
class Language:
    """One language of the catalogue.

    `name`: in the choice of languages. `percent_sign`: what follows a percentage, its space included.
    `parts`: kind of part (office, region) -> place -> word. `own`: page -> name -> sentence, as in the file.
    `labels`: kind of thing -> code of policy -> label. `definitions`: column of the marts -> what it means.
    `in_own_words`: a sentence in the agency's words; those of the file are in them already.
    """

    code: str
    name: str
    locale: Locale
    percent_sign: str
    parts: dict[str, dict[str, str]]
    own: Sentences
    labels: dict[str, dict[str, str]]
    definitions: dict[str, str]
    in_own_words: Callable[[str], str]

    @cached_property
    def said(self) -> dict[str, Sentences]:
        """Kind of part -> page -> name -> sentence, in the order of English, which says what is missing."""
        english = {} if self.code == FALLBACK else of(FALLBACK).said
        return {kind: self._said(words, english.get(kind, {})) for kind, words in self._part_words.items()}

    @cached_property
    def defined(self) -> dict[str, dict[str, str]]:
        """Kind of part -> column, or mart and column -> what it means; only what this language says."""
        return {
            kind: {column: _filled(said, words) for column, said in self.definitions.items()}
            for kind, words in self._part_words.items()
        }

    @cached_property
    def _part_words(self) -> dict[str, dict[str, str]]:
        english = self.parts if self.code == FALLBACK else of(FALLBACK).parts
        return {kind: _with_capitals(known | self.parts.get(kind, {})) for kind, known in english.items()}

    def _said(self, words: dict[str, str], fallback: Sentences) -> Sentences:
        own = {
            page: {name: _filled(sentence, words) for name, sentence in sentences.items()}
            for page, sentences in self.own.items()
        }
        return {page: fallback.get(page, {}) | own.get(page, {}) for page in chain(fallback, own)}

    def plural_form(self, page: str, name: str, count: float) -> str:
        """The form of a counting sentence: by the rules of this locale if the sentence is its own."""
        own = self.own.get(page, {})
        if f"{name}.other" not in own and self.code != FALLBACK:
            return of(FALLBACK).plural_form(page, name, count)
        form = self.locale.plural_form(round(count))  # as shown: without decimals
        return form if f"{name}.{form}" in own else "other"


def codes() -> tuple[str, ...]:
    """The languages there are, English first."""
    return _codes(FOLDER)


def names() -> dict[str, str]:
    """Code -> the name in the choice of languages, English first."""
    return {code: of(code).name for code in codes()}


def of(code: str) -> Language:
    """The language of that code; FileNotFoundError when there is none."""
    return _read(FOLDER, code)


@lru_cache(maxsize=8)
def _codes(folder: str) -> tuple[str, ...]:
    found = sorted(file.stem for file in Path(folder).glob("*.toml"))
    return (FALLBACK, *(code for code in found if code != FALLBACK))


@lru_cache(maxsize=64)
def _read(folder: str, code: str) -> Language:
    read = _merged(*(_file(place / f"{code}.toml") for place in dict.fromkeys((_SHIPPED, Path(folder)))))
    if not read:
        raise FileNotFoundError(f"no language {code} in {folder}")
    in_own_words = _replacing(read.get("words", {}))
    about = read["language"]
    read |= {name: _each(read[name], in_own_words) for name in read.keys() - _NO_SENTENCES}
    return Language(
        code=code,
        name=about["name"],
        locale=Locale.parse(about["locale"]),
        percent_sign=about["percent_sign"],
        parts=read.get("parts", {}),
        own={page: _flat(table) for page, table in read.items() if page not in _NO_PAGES},
        labels=read.get("labels", {}),
        definitions=read.get("definitions", {}),
        in_own_words=in_own_words,
    )


def _file(path: Path) -> dict:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _merged(first: dict, *others: dict) -> dict:
    """Tables within tables, the later over the earlier."""
    merged = dict(first)
    for other in others:
        for name, said in other.items():
            merged[name] = _merged(merged.get(name, {}), said) if isinstance(said, dict) else said
    return merged


def _each(table: dict, change: Callable[[str], str]) -> dict:
    return {
        name: _each(said, change) if isinstance(said, dict) else change(said) for name, said in table.items()
    }


def _replacing(words: dict[str, str]) -> Callable[[str], str]:
    """What puts whole words or phrases in others: the longest first, also with a capital, never a place."""
    if not words:
        return str
    known = _with_capitals(words)
    longest_first = sorted(known, key=len, reverse=True)
    one_of = re.compile(rf"\{{\w+\}}|(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return lambda sentence: one_of.sub(lambda found: known.get(found[0], found[0]), sentence)


def _flat(table: dict) -> dict[str, str]:
    """Name -> sentence; the forms of a counting sentence as `<name>.one`, `<name>.other`."""
    flat = {}
    for name, said in table.items():
        flat |= (
            {f"{name}.{form}": words for form, words in said.items()}
            if isinstance(said, dict)
            else {name: said}
        )
    return flat


def _with_capitals(words: dict[str, str]) -> dict[str, str]:
    """Place (or word) -> word, also with a capital for the beginning of a sentence."""
    capitals = {place[:1].upper() + place[1:]: word[:1].upper() + word[1:] for place, word in words.items()}
    return capitals | words


def _filled(sentence: str, words: dict[str, str]) -> str:
    for place, word in words.items():
        sentence = sentence.replace(f"{{{place}}}", word)
    return sentence
