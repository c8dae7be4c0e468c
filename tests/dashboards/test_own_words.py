"""An agency's own words for office and officer: a file with nothing else, over the language of that name."""

import re
from pathlib import Path

import pytest

from dashboards import languages, text
from dashboards.text import speaking, t
from tests.dashboards.test_text import places

DUTCH = """
[words]
medewerker = "justitieassistent"
medewerkers = "justitieassistenten"
kantoor = "justitiehuis"
kantoren = "justitiehuizen"
"""
ENGLISH = """
[words]
officer = "probation officer"
officers = "probation officers"
"an officer" = "a probation officer"
"""
USUAL = r"\b(medewerkers?|kantoor|kantoren)\b"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shipped = languages.of("nl")
    (tmp_path / "nl.toml").write_text(DUTCH, encoding="utf-8")
    monkeypatch.setattr(languages, "FOLDER", str(tmp_path))
    assert languages.of("nl") is not shipped
    return tmp_path


def _every_sentence(code: str) -> dict[str, str]:
    language = languages.of(code)
    said = {f"{page}.{name}": one for page, own in language.own.items() for name, one in own.items()}
    return said | {f"definitions.{name}": one for name, one in language.definitions.items()}


def test_no_sentence_keeps_the_usual_word_and_every_place_stays(folder, monkeypatch) -> None:
    own = _every_sentence("nl")
    with monkeypatch.context() as patch:
        patch.setattr(languages, "FOLDER", str(Path(text.__file__).parent))
        shipped = _every_sentence("nl")
    assert own.keys() == shipped.keys()
    assert [name for name, said in own.items() if re.search(USUAL, re.sub(r"\{\w+\}", "", said), re.I)] == []
    assert [name for name in own if places(own[name]) != places(shipped[name])] == []
    changed = {name for name in own if own[name] != shipped[name]}
    assert {name for name, said in shipped.items() if re.search(USUAL, said, re.I)} == changed


def test_words_begin_sentences_and_follow_the_parts(folder) -> None:
    with speaking("nl"):
        assert t("pressure.column_officers") == "Justitieassistenten"
        assert t("common.grade_officer") == "justitieassistent"
        assert t("overview.head_office") == "Justitiehuis"
    with speaking("nl", "region"):
        assert t("overview.head_office") == "Regio"


def test_what_the_folder_does_not_hold_is_as_it_was(folder) -> None:
    assert languages.codes() == ("en", "nl")
    with speaking("en"):
        assert t("common.language") == "Language"
    with speaking("nl"):
        assert t("common.language") == "Taal"
    with pytest.raises(FileNotFoundError):
        languages.of("fr")


def test_a_word_of_the_other_gender_brings_its_articles(folder) -> None:
    """The places for the parts are words like any other; what grammar needs is given with them."""
    parts = (
        '[parts.office]\npart = "afdeling"\nparts = "afdelingen"\nthe = "de"\nthat = "die"\nits = "haar"\n'
    )
    (folder / "nl.toml").write_text(parts + 'each = "elke"\nnone = "geen enkele"\n', encoding="utf-8")
    languages._read.cache_clear()
    with speaking("nl"):
        assert t("common.row_opens") == "Klik op een naam om die afdeling te openen."
        assert "het werk van een afdeling boven haar capaciteit" in t("offices.heat_title_none")


def test_a_phrase_goes_before_the_word_in_it(folder) -> None:
    (folder / "en.toml").write_text(ENGLISH, encoding="utf-8")
    languages._read.cache_clear()
    in_own_words = languages.of("en").in_own_words
    said = "An officer and two officers: {officer}, officer_id, every officer."
    assert in_own_words(said) == (
        "A probation officer and two probation officers: {officer}, officer_id, every probation officer."
    )
    with speaking("en"):
        assert (
            text.definition("x", "y", "Days since an officer left.")[0]
            == "Days since a probation officer left."
        )


def test_the_pages_say_it(folder, sample_warehouse, reader) -> None:
    words = reader(sample_warehouse, "nl").opens("pressure").words()
    assert "justitieassistenten" in words
    assert re.search(USUAL, words, re.I) is None
