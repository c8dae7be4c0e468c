"""The catalogue of sentences: every language says everything, with the same places, in its own plurals."""

import csv
import re
from datetime import date, datetime
from pathlib import Path
from string import Formatter

import pytest

from dashboards import languages, text
from dashboards.app_pages import PAGES
from dashboards.text import speaking, t

ENGLISH = languages.of("en")
CODES = languages.codes()


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def stems(language: languages.Language) -> dict[str, dict[str, str]]:
    """`page.name` -> plural form -> sentence; a sentence that does not count has the one form ''."""
    found: dict[str, dict[str, str]] = {}
    for page, said in language.own.items():
        for name, sentence in said.items():
            stem, _, form = name.partition(".")
            found.setdefault(f"{page}.{stem}", {})[form] = sentence
    return found


def test_the_languages_are_the_files_and_english_comes_first():
    files = {file.stem for file in Path(text.__file__).parent.glob("*.toml")}
    assert languages.codes()[0] == "en"
    assert set(languages.codes()) == files >= {"en", "nl"}
    assert list(languages.names()) == list(languages.codes())


@pytest.mark.parametrize("code", CODES)
def test_every_language_says_everything_and_nothing_else(code):
    said = stems(languages.of(code))
    assert set(said) == set(stems(ENGLISH))
    assert [key for key, forms in said.items() for sentence in forms.values() if not sentence.strip()] == []


@pytest.mark.parametrize("code", CODES)
def test_every_language_fills_the_same_places(code):
    """The filled sentences are compared: what names the parts of an area is each language's own affair."""
    for kind, pages in languages.of(code).said.items():
        for page, said in pages.items():
            for name, sentence in said.items():
                usual = ENGLISH.said[kind][page]
                expected = usual[name] if name in usual else usual[f"{name.partition('.')[0]}.other"]
                free = {"count"} if "." in name else set()  # "1 case" and "{count} cases"
                assert places(sentence) - free == places(expected) - free, f"{page}.{name}"


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_that_counts_has_each_plural_of_its_language(code):
    language = languages.of(code)
    plurals = {"other", *language.locale.plural_form.tags}
    for key, forms in stems(language).items():
        assert set(forms) in ({""}, plurals), key
        assert set(forms) == {""} or "count" in places(forms["other"])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_title_question_computation_and_limits(page):
    assert {"title", "question", "description", "not_said"} <= set(ENGLISH.own[page])


def test_every_sentence_that_code_asks_for_exists():
    folder = Path(text.__file__).parents[1]
    asked = set()
    for file in folder.rglob("*.py"):
        asked |= set(re.findall(r'\bt\(\s*"([a-z_]+\.[a-z_0-9.]+)"', file.read_text(encoding="utf-8")))
    assert len(asked) > 50
    missing = [key for key in asked if key.split(".", 1)[1] not in ENGLISH.own[key.split(".", 1)[0]]]
    assert missing == []


def test_numbers_follow_the_readers_convention():
    with speaking("en"):
        assert text.number(12345.678, 1) == "12,345.7"
        assert text.percentage(104.4) == "104%"
        assert text.signed(3) == "+3"
        assert text.signed(-1.25, 1) == "−1.2"
        assert text.signed(0) == "0"
    with speaking("nl"):
        assert text.number(12345.678, 1) == "12.345,7"
        assert text.percentage(104.4, 1) == "104,4\u202f%"


def test_a_number_that_rounds_to_zero_has_no_sign():
    with speaking("en"):
        assert text.number(-0.2) == "0"
        assert text.signed(-0.04, 1) == "0.0"


def test_what_was_not_recorded_is_no_zero():
    with speaking("nl"):
        assert text.number(None) == "niet geregistreerd"
        assert text.percentage(None) == "niet geregistreerd"
        assert text.number(0) == "0"


def test_days_months_and_hours_are_written_out():
    when = datetime(2026, 6, 30, 14, 5)
    with speaking("en"):
        assert text.day(date(2026, 6, 30)) == "30 June 2026"
        assert text.hour(when) == "30 June 2026, 14:05"
    with speaking("nl"):
        assert text.month(when) == "juni 2026"
        assert text.day(date(2026, 3, 1)) == "1 maart 2026"


def test_lists_end_with_and():
    with speaking("en"):
        assert text.listed(["a", "b", "c"]) == "a, b and c"
        assert text.listed(["a"]) == "a"
        assert text.listed([]) == ""


def test_one_and_more_are_two_sentences():
    with speaking("en"):
        assert text.plural("common.cases", 1) == "1 case"
        assert text.plural("common.cases", 0) == "0 cases"
        assert text.plural("common.cases", 1200) == "1,200 cases"


def test_an_unknown_sentence_is_an_error_and_not_an_empty_place():
    with pytest.raises(KeyError):
        t("common.never_written")


def test_the_order_of_adding_never_moves_a_digit_that_is_shown():
    low, high = 22.449999999999996, 22.450000000000003
    with speaking("en"):
        assert text.number(low, 1) == text.number(high, 1)
        assert text.percentage(104.49999999999999) == text.percentage(104.50000000000001)


# One word per thing. What Dutch calls otherwise elsewhere is here dossier, werklast, wachtlijst, medewerker,
# kantoor, wegingsschema, or vastgelegd.
OTHER_DUTCH_WORDS = [
    "zaak",
    "zaken",
    "werkdruk",
    "werkbelasting",
    "belasting",
    "werkvoorraad",
    "voorraad",
    "personeelslid",
    "personeelsleden",
    "ambtenaar",
    "ambtenaren",
    "vestiging",
    "vestigingen",
    "bureau",
    "bureaus",
    "weegschema",
    "gewichtenschema",
    "ingeboekt",
    "geboekt",
]


def test_dutch_has_one_word_per_thing():
    language = languages.of("nl")
    said = {f"{page}.{name}": one for page, own in language.own.items() for name, one in own.items()} | {
        f"definitions.{name}": one for name, one in language.definitions.items()
    }
    seeds = Path(text.__file__).parents[2] / "seeds"
    said |= {f"{file.name} {row}": one for file in seeds.glob("*.csv") for row, one in _dutch_labels(file)}
    others = re.compile(rf"\b({'|'.join(OTHER_DUTCH_WORDS)})\b", re.IGNORECASE)
    assert {name: one for name, one in said.items() if others.search(one)} == {}


def _dutch_labels(file: Path):
    with file.open(encoding="utf-8", newline="") as rows:
        yield from (
            (number, row.get("label_nl") or "") for number, row in enumerate(csv.DictReader(rows), start=2)
        )
