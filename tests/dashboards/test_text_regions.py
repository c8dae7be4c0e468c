"""What is said of the parts of an area: a sentence about them names offices or regions, by one word."""

import re

import pytest

from dashboards import languages
from dashboards.text import speaking, t
from tests.dashboards.test_text import CODES, ENGLISH, places

# Sentences that name offices and stay as they are in a service with regions, by the reason.
UNTOUCHED = {
    "a filter, and what it offers: offices": {"common.filter_office", "common.all_office"},
    "asks for one office": {"common.choose_office_for_cases"},
    "single cases are those of an office and its head, whatever is compared": {
        "common.not_shown_office",
        "common.not_shown_officer",
        "roles.office_head",
    },
    "a source delivers offices, whatever is compared": {
        "common.known_until_offices.one",
        "common.known_until_offices.other",
        "common.sheet_known_until",
        "about.entity_offices",
        "about.entity_case_offices",
        "about.entity_training",
    },
    "a report of each office, whatever is compared": {"paper.pack_index_title"},
    "the name of a region that has none": {"common.no_region"},
    "the name of the page and its question: a region leads to its offices": {
        "app.offices",
        "offices.title",
        "offices.question",
    },
    "a description: how the figure is made, from offices up": {
        "overview.description",
        "overview.not_said",
        "offices.not_said",
        "pressure.description",
        "growth.description",
        "funding.description",
        "mix.description",
        "outcomes.description",
        "outcomes.not_said",
    },
    "cases move between offices, and groups are small in an office, whatever is compared": {
        "growth.cause_transfers",
        "columns.moved",
        "mix.sex_hidden",
    },
    "people are counted per office, whatever is compared": {
        "pressure.figure_of",
        "pressure.dots_counted",
    },
    "about one office, among those of its region": {
        "offices.trend_subtitle",
        "offices.trend_summary",
        "officer.choose",
        "officer.whole_office",
        "officer.subtitle",
        "my_team.description",
        "officer.choose_case",
        "officer.no_case_to_take",
    },
    "about one officer, of one office, and the head of it": {
        "my_work.description",
        "my_work.choose_first",
        "my_work.no_office_chosen",
        "my_work.history_subtitle_month",
        "my_work.history_subtitle_week",
        "my_work.one_more_waiting",
        "my_work.no_kinds",
        "my_work.one_more_weight",
        "my_work.objections_subtitle",
        "my_work.object_send",
        "my_work.objected",
        "my_work.taken_back",
        "columns.objection_status",
        "columns.answer",
    },
    "figures published of offices, where there are no cases": {
        "overview.published_only",
        "overview.published_whole",
        "offices.published_none",
        "offices.published_title.one",
        "offices.published_title.other",
        "offices.published_title_not",
        "offices.published_summary.one",
        "offices.published_summary.other",
    },
    "a forecast is made of offices and of all of them, whatever is compared": {
        "forecast.description",
        "forecast.of_region",
        "forecast.none_here",
        "forecast.methods_summary",
        "forecast.offices_title_none",
        "forecast.offices_title.one",
        "forecast.offices_title.other",
        "forecast.offices_summary",
        "forecast.column_office",
    },
    "about what was delivered, office by office": {
        "about.has_offices",
        "about.office",
        "about.rule_unknown_office",
    },
    "people of an office are asked, counted and trained there, whatever is compared": {
        "wellbeing.column_office",
        "wellbeing.description",
        "wellbeing.grades_note",
        "wellbeing.hidden_offices.one",
        "wellbeing.hidden_offices.other",
        "wellbeing.load_note",
        "wellbeing.load_summary",
        "wellbeing.load_title.one",
        "wellbeing.load_title.other",
        "wellbeing.no_load",
        "wellbeing.no_surveys",
        "wellbeing.no_training",
        "wellbeing.not_said",
        "wellbeing.training_left_out.one",
        "wellbeing.training_left_out.other",
        "wellbeing.waves_note",
    },
    "incidents and feedback are of offices, whatever is compared": {
        "columns.expected_incidents",
        "feedback.column_office",
        "feedback.description",
        "feedback.few_note",
        "feedback.load_note",
        "feedback.load_title.one",
        "feedback.load_title.other",
        "feedback.load_unknown",
        "feedback.no_incidents",
        "feedback.not_said",
        "feedback.offices_note",
        "feedback.offices_subtitle",
        "feedback.offices_title",
        "feedback.offices_title_none",
        "feedback.offices_title_one",
    },
    "the name of an office of audit": {"certainty.off_summary"},
}


def _own(code: str) -> dict[str, str]:
    """`page.name` -> sentence as it stands in the file, places for the parts unfilled."""
    pages = languages.of(code).own
    return {f"{page}.{name}": said for page, named in pages.items() for name, said in named.items()}


def _names_offices(sentence: str, code: str) -> bool:
    """Whether a sentence names offices in so many words, apart from its places; an officer is none."""
    word = languages.of(code).parts["office"]["part"]
    plural = languages.of(code).parts["office"]["parts"]
    bare = re.sub(r"\{\w+\}", "", sentence)
    return bool(re.search(rf"\b({word}|{plural})(?!r)", bare, re.IGNORECASE))


def _about_parts(code: str) -> set[str]:
    """The sentences with a word for the parts: what `said` fills differs between offices and regions."""
    said = languages.of(code).said
    return {
        f"{page}.{name}"
        for page, named in said["office"].items()
        for name, sentence in named.items()
        if sentence != said["region"][page][name]
    }


@pytest.mark.parametrize("code", CODES)
def test_offices_and_regions_have_the_same_words(code: str) -> None:
    parts = languages.of(code).parts
    assert set(parts) == {"office", "region"}
    assert set(parts["office"]) == set(parts["region"]) >= {"part", "parts"}


@pytest.mark.parametrize("code", CODES)
def test_no_word_for_the_parts_has_the_name_of_a_place_that_code_fills(code: str) -> None:
    filled = {
        place
        for said in languages.of(code).said["office"].values()
        for s in said.values()
        for place in places(s)
    }
    assert {place.lower() for place in filled} & set(languages.of(code).parts["office"]) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_names_offices_only_for_a_reason(code: str) -> None:
    untouched = set().union(*UNTOUCHED.values())
    named = {key for key, said in _own(code).items() if _names_offices(said, code)}
    assert named - untouched == set(), "write {part} or {parts}, or give a reason here"
    assert untouched & _about_parts(code) == set()


def test_every_reason_is_still_needed() -> None:
    named = {key for code in CODES for key, said in _own(code).items() if _names_offices(said, code)}
    assert set().union(*UNTOUCHED.values()) - named == set(), "no longer a sentence that names offices"


@pytest.mark.parametrize("code", CODES)
def test_languages_agree_on_which_sentences_are_about_the_parts(code: str) -> None:
    assert _about_parts(code) == _about_parts(ENGLISH.code)
    assert len(_about_parts(code)) > 40


def test_dutch_words_follow_the_gender_of_office_and_region() -> None:
    with speaking("nl", "region"):
        assert t("offices.column_office") == "Regio"
        assert t("offices.title") == "Kantoren"
        assert t("common.row_opens") == "Klik op een naam om die regio te openen."
        assert t("offices.heat_title_none").endswith("het werk van een regio boven haar capaciteit")
    with speaking("nl"):
        assert t("offices.column_office") == "Kantoor"
        assert t("common.row_opens") == "Klik op een naam om dat kantoor te openen."
        assert t("offices.heat_title_none").endswith("van een kantoor boven zijn capaciteit")
