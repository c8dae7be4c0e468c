"""The catalogue of sentences: every one in both languages, with the same places."""

import pkgutil
import re
from datetime import date, datetime
from pathlib import Path
from string import Formatter

import pytest

from dashboards import text
from dashboards.app_pages import PAGES
from dashboards.text import sentences, speaking, t

MODULES = sorted(found.name for found in pkgutil.iter_modules(text.__path__))


def places(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("module", MODULES)
def test_every_sentence_has_both_languages_with_the_same_places(module):
    for key, said in sentences(module).items():
        english, dutch = said
        assert english.strip(), key
        assert dutch.strip(), key
        assert places(english) == places(dutch), key


@pytest.mark.parametrize("module", MODULES)
def test_what_counts_one_also_counts_more(module):
    keys = set(sentences(module))
    for key in keys:
        if key.endswith(".one"):
            assert f"{key[:-4]}.other" in keys
        if key.endswith(".other"):
            assert f"{key[:-6]}.one" in keys
            assert "count" in places(sentences(module)[key][0])


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_its_title_question_computation_and_limits(page):
    assert {"title", "question", "description", "not_said"} <= set(sentences(page))


def test_every_sentence_that_code_asks_for_exists():
    folder = Path(text.__file__).parents[1]
    asked = set()
    for file in folder.rglob("*.py"):
        asked |= set(re.findall(r'\bt\(\s*"([a-z_]+\.[a-z_0-9.]+)"', file.read_text(encoding="utf-8")))
    assert len(asked) > 50
    missing = [key for key in asked if key.split(".", 1)[1] not in sentences(key.split(".", 1)[0])]
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
